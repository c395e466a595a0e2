import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What a page has against those who cannot see, hear or point: a line for each violation of WCAG 2.2 A and AA and of
 * good practice, with the elements it concerns. `only` limits it to some rules, `within` to what lies over the page.
 */
export async function barriersOn(page: Page, only?: string[], within?: string): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy admits no inline script.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const asked = { rules: only, place: within }
  const violations = await page.evaluate(async ({ rules, place }) => {
    const { axe: tester } = globalThis as unknown as { axe: typeof axe }
    const found = await tester.run(place === undefined ? document : { include: [place] }, {
      resultTypes: ['violations'],
      ...(rules && { runOnly: { type: 'rule' as const, values: rules } }),
    })
    // A list that a field goes through by its arrow keys is scrolled with them: it needs no focus of its own.
    const byField = ({ target }: { target: unknown[] }) => {
      const list = document.querySelector(String(target[0]))
      return list !== null && document.querySelector(`input[aria-controls~="${CSS.escape(list.id)}"]`) !== null
    }
    const kept = found.violations.map((one) => ({
      id: one.id,
      nodes: one.id === 'scrollable-region-focusable' ? one.nodes.filter((node) => !byField(node)) : one.nodes,
    }))
    const standing = kept.filter(({ nodes }) => nodes.length > 0)
    return standing.map(({ id, nodes }) => ({
      id,
      targets: nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`),
    }))
  }, asked)
  return violations.map(
    ({ id, targets }) => `${id}: ${targets.slice(0, 3).join(' | ')}${targets.length > 3 ? ` and ${targets.length - 3} more` : ''}`,
  )
}
