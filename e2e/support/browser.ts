import chromiumPackage from '@sparticuz/chromium'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

// The router suspends a page that is still being fetched in a way of which React complains; nothing is amiss then.
const harmless = /This library called use\(\) to suspend/u

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A real Chromium: one that is installed, or the one that comes with the packages. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = installed.find((path) => existsSync(path)) ?? (await chromiumPackage.executablePath())
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet] })
}

export interface Window {
  page: Page
  context: BrowserContext
  /** What went wrong in the page: errors of scripts and refused resources. */
  complaints: string[]
}

/** A window of a person who reads Persian (or English), with whatever goes wrong in it written down. */
export async function openWindow(browser: Browser, url: string, language: 'fa' | 'en' = 'fa'): Promise<Window> {
  const context = await browser.newContext({
    baseURL: url,
    locale: language === 'fa' ? 'fa-IR' : 'en-GB',
    timezoneId: 'Asia/Tehran',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !harmless.test(message.text())) complaints.push(message.text())
  })
  return { page, context, complaints }
}

/** What of the page lies beyond its side, so that a reader must scroll sideways; empty where all fits. */
export const beyondTheSide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth + 1) return []
    const isBeyond = (element: Element) => {
      const { left, right } = element.getBoundingClientRect()
      return left < -1 || right > root.clientWidth + 1
    }
    /** What scrolls by itself holds what it is the place of: not what is laid out against something outside. */
    const isHeld = (element: Element): boolean => {
      let place = getComputedStyle(element).position
      for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
        const { overflowX, position } = getComputedStyle(around)
        if (place === 'fixed') return false
        if (place === 'absolute' && position === 'static') continue
        if (overflowX !== 'visible') return true
        place = position
      }
      return false
    }
    const beyond = [...document.body.querySelectorAll('*')].filter((one) => isBeyond(one) && !isHeld(one))
    const named = beyond.map((one) => `${one.tagName.toLowerCase()} "${(one.textContent ?? '').trim().slice(0, 40)}" ${one.className}`)
    return named.length > 0 ? named : ['the page itself']
  })
