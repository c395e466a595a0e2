import fc from 'fast-check'

/** Any code units at all, halves of pairs included: the worst that can be typed or pasted. */
export const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) })
