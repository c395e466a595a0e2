const small: readonly string[] = [
  '',
  'یک',
  'دو',
  'سه',
  'چهار',
  'پنج',
  'شش',
  'هفت',
  'هشت',
  'نه',
  'ده',
  'یازده',
  'دوازده',
  'سیزده',
  'چهارده',
  'پانزده',
  'شانزده',
  'هفده',
  'هجده',
  'نوزده',
]
const tens: readonly string[] = ['', '', 'بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود']
const hundreds: readonly string[] = ['', 'صد', 'دویست', 'سیصد', 'چهارصد', 'پانصد', 'ششصد', 'هفتصد', 'هشتصد', 'نهصد']
const scales: readonly (readonly [size: bigint, name: string])[] = [
  [1_000_000_000_000n, 'تریلیون'],
  [1_000_000_000n, 'میلیارد'],
  [1_000_000n, 'میلیون'],
  [1_000n, 'هزار'],
]

/** Where the names of numbers that Iranians use come to their end: a million trillions. */
export const wordsLimit = 1_000_000_000_000_000_000n

/**
 * A whole number in Persian words: `یک میلیون و دویست هزار`; a thousand alone is `هزار`, as it is said.
 * Throws RangeError from a million trillions (10^18) on, where names in use end.
 */
export function numberInWords(number: bigint): string {
  if (number < 0n) return `منفی ${numberInWords(-number)}`
  if (number >= wordsLimit) throw new RangeError('No Persian words for so large a number')
  if (number === 0n) return 'صفر'
  const words: string[] = []
  let rest = number
  for (const [size, name] of scales) {
    const count = rest / size
    rest %= size
    if (count > 0n) words.push(count === 1n && size === 1_000n ? name : `${numberInWords(count)} ${name}`)
  }
  return [...words, ...hundredsInWords(Number(rest))].join(' و ')
}

function hundredsInWords(number: number): string[] {
  const [hundred, belowHundred] = [Math.floor(number / 100), number % 100]
  const rest = belowHundred < 20 ? [small[belowHundred]] : [tens[Math.floor(belowHundred / 10)], small[belowHundred % 10]]
  return [hundreds[hundred], ...rest].map((word) => word ?? '').filter(Boolean)
}
