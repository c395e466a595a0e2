import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { beyondTheSide, openBrowser, openWindow } from './support/browser.ts'

const web = path.resolve(import.meta.dirname, '../web')
vi.setConfig({ testTimeout: 300_000 })

let served: ChildProcess
let url: string
let browser: Browser
beforeAll(async () => {
  served = spawn(process.execPath, ['../node_modules/vite/bin/vite.js', '--port', '0', '--host', '127.0.0.1'], { cwd: web })
  ;[url, browser] = await Promise.all([whereItIs(served), openBrowser()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  served?.kill()
})

/** The address that the development server says it is at. */
function whereItIs({ stdout, stderr }: ChildProcess): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    stderr?.on('data', (chunk) => reject(new Error(String(chunk))))
    stdout?.on('data', (chunk) => {
      printed += String(chunk)
      const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(printed.replaceAll(/\u001B\[\d+m/gu, ''))
      if (found) resolve(found[0])
    })
  })
}

test.each(['fa', 'en'] as const)(
  'every story is drawn without a complaint in %s, and none lies beyond the side, wide or narrow',
  async (language) => {
    const { page, context, complaints } = await openWindow(browser, url, language)
    await context.addInitScript((chosen) => localStorage.setItem('parvandeh.preferences', JSON.stringify({ language: chosen })), language)
    // Stories bring their own answers; whatever else is asked is not there.
    await page.route(/^https?:\/\/[^/]+\/api\//u, (asked) => asked.fulfill({ status: 404, json: {} }))
    // Every module comes by itself from the development server: on a busy machine that is a matter of minutes.
    await page.goto('/kit', { waitUntil: 'commit' })
    await page.locator('main > section').first().waitFor({ timeout: 180_000 })
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await page.waitForLoadState('networkidle')
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.locator('article').count()).toBeGreaterThan(100)
      expect(await page.locator('[data-failed]').allTextContents()).toEqual([])
      expect(complaints.filter((said) => !said.startsWith('Failed to load resource'))).toEqual([])
      await expect.poll(() => beyondTheSide(page), { timeout: 10_000 }).toEqual([])
    }
    await context.close()
  },
)
