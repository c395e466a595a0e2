import type { DeskSummary } from './desk-study.ts'
import type { MethodSummary } from './study.ts'

/** Summaries by the key of the setting and the number of the method (the first character of its name). */
export type StudyResults = ReadonlyMap<string, ReadonlyMap<string, MethodSummary>>

/** Something that the product must reach, with what it reached. */
export interface Bar {
  text: string
  value: number
  holds: boolean
}

/** The bars of the specification on opinions, for the settings that were run. */
export function opinionBars(results: StudyResults): Bar[] {
  const of = (setting: string, method: string) => results.get(setting)?.get(method)
  const ratio = (setting: string, other: string, bound: number): Bar[] => {
    const [product, against] = [of(setting, '5'), of(setting, other)]
    return product && against ? [atMost(`${setting}: RMSE of method 5 over method ${other}`, product.rmse / against.rmse, bound)] : []
  }
  const figure = (
    setting: string,
    what: string,
    value: (one: MethodSummary) => number,
    bar: (text: string, value: number) => Bar,
  ): Bar[] => {
    const product = of(setting, '5')
    return product ? [bar(`${setting}: ${what}`, value(product))] : []
  }
  const usual = ['base', 'continuous', 'strong', 'flat', 'mnar']
  return [
    ...ratio('base', '4', 0.995),
    ...ratio('strong', '4', 0.85),
    ...ratio('flat', '4', 1.01),
    ...ratio('base', '6', 1.02),
    ...ratio('base', '1', 0.45),
    ...usual.flatMap((setting) => figure(setting, 'coverage of 95% intervals', ({ coverage }) => coverage, between(0.93, 0.97))),
    ...figure('small', 'coverage of 95% intervals', ({ coverage }) => coverage, atLeast(0.92)),
    ...figure('base', 'coverage of the true top and bottom tenth', ({ extremesCoverage }) => extremesCoverage, atLeast(0.88)),
    ...usual.flatMap((setting) =>
      figure(
        setting,
        'called significantly low but not low',
        ({ flaggedLowButNot }) => flaggedLowButNot,
        (text, value) => atMost(text, value, 0.02),
      ),
    ),
    ...figure(
      'null',
      'called different though nobody is',
      ({ flagged }) => flagged,
      (text, value) => atMost(text, value, 0.001),
    ),
  ]
}

/** What was measured before for desks of 160 hours, with room for chance. */
export function deskBars(desk: DeskSummary): Bar[] {
  return [
    atLeast(0.94)('desk: Spearman of adjusted speed', desk.spearmanAdjusted),
    atMost('desk: named best but not of the best quarter', desk.wronglyBestAdjusted, 0.02),
    atLeast(0.93)('desk: coverage of 95% intervals', desk.coverage),
    atMost('desk: size of the picking test at 1%', desk.pickingSize, 0.02),
    atLeast(0.98)('desk: power of the picking test', desk.pickingPower),
  ]
}

const atMost = (text: string, value: number, bound: number): Bar => ({ text: `${text} <= ${bound}`, value, holds: value <= bound })
const atLeast =
  (bound: number) =>
  (text: string, value: number): Bar => ({ text: `${text} >= ${bound}`, value, holds: value >= bound })
const between =
  (least: number, most: number) =>
  (text: string, value: number): Bar => ({
    text: `${text} in ${least}..${most}`,
    value,
    holds: value >= least && value <= most,
  })
