import { openBrowser, openWindow } from '../../e2e/support/browser.ts'
import type { LongFile } from '../data/long-files.ts'

const timesOver = 5
const slowedBy = 4

/** Milliseconds from the click on a customer in the list to the painted file with its timeline, on a slow processor. Names are shared by many, so it is looked for by its code. */
export async function clickToFile({ id, code }: LongFile, url: string, cookie: string): Promise<number[]> {
  const browser = await openBrowser()
  try {
    const { page, context } = await openWindow(browser, url)
    const [cookieName = '', value = ''] = cookie.split('=', 2)
    await context.addCookies([{ name: cookieName, value, url }])
    const session = await context.newCDPSession(page)
    const times: number[] = []
    for (let time = 0; time < timesOver; time += 1) {
      await page.goto(`/customers?q=${code}`)
      const link = page.locator(`a[href*="${id}"]`).first()
      await link.waitFor()
      await page.waitForLoadState('networkidle')
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowedBy })
      times.push(await link.evaluate(untilPainted))
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    }
    return times.toSorted((a, b) => a - b)
  } finally {
    await browser.close()
  }
}

/** Within the page: clicks, and waits for the frame after the one in which the timeline has lines. */
function untilPainted(link: Element): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now()
    const look = () => {
      if (document.querySelectorAll('section > ol > li time').length < 20) requestAnimationFrame(look)
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
    }
    ;(link as HTMLElement).click()
    look()
  })
}
