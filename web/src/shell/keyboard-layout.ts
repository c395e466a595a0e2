import { foldJoined } from '@parvandeh/contract/persian'

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,"
const persian = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو'

const toPersian = new Map([...latin].map((key, index) => [key, [...persian][index] ?? key]))
const toLatin = new Map([...toPersian].map(([key, letter]) => [letter, key]))
// The older Windows layout has these elsewhere.
toLatin.set('ئ', 'm').set('ي', 'd').set('ك', ';')

/** The same keys pressed with the other keyboard layout: `hglvj` for «سفارش» typed without switching, and back. */
export function withOtherLayout(typed: string): string {
  return [...typed.toLowerCase()].map((letter) => toPersian.get(letter) ?? toLatin.get(letter) ?? letter).join('')
}

/** What the person may have meant: as typed, and as the other layout would have it. */
export function meanings(typed: string): string[] {
  const trimmed = typed.trim()
  if (trimmed === '') return []
  const other = withOtherLayout(trimmed)
  return other === trimmed.toLowerCase() ? [trimmed] : [trimmed, other]
}

/** Whether a text holds what was typed, in either layout, by the folding used for search. */
export function holds(text: string, typed: string): boolean {
  const folded = foldJoined(text)
  return meanings(typed).some((meaning) => {
    const sought = foldJoined(meaning)
    return sought !== '' && folded.includes(sought)
  })
}
