/**
 * Whether a text has the shape of a pattern in which 9 stands for a digit, A for a Latin letter, آ for a Persian letter
 * and * for any of these; a sign after \ is itself, as is every other. Signs are compared one by one, so that no pattern
 * takes longer than its text is long: that is why it is no regular expression.
 */
export function hasShape(text: string, pattern: string): boolean {
  const signs = [...pattern.matchAll(/\\?[\s\S]/gu)].map(([sign]) => sign)
  const letters = [...text]
  return letters.length === signs.length && letters.every((letter, place) => fits(letter, signs[place] ?? ''))
}

const digit = /^\d$/u
const latin = /^[A-Za-z]$/u
const persian = /^[\u0621-\u063A\u0641-\u064A\u067E\u0686\u0698\u06A9\u06AF\u06CC]$/u

function fits(letter: string, sign: string): boolean {
  if (sign === '9') return digit.test(letter)
  if (sign === 'A') return latin.test(letter)
  if (sign === 'آ') return persian.test(letter)
  if (sign === '*') return digit.test(letter) || latin.test(letter) || persian.test(letter)
  return letter === (sign.length > 1 ? sign.slice(1) : sign)
}
