import type { Device } from '@parvandeh/contract'

const kinds: [Device['kind'], RegExp][] = [
  ['tablet', /iPad|Tablet|Android(?!.*Mobile)/u],
  ['phone', /Mobi|iPhone|iPod/u],
  ['computer', /Mozilla\//u],
]

const systems: [Device['system'], RegExp][] = [
  ['windows', /Windows/u],
  ['ios', /iPhone|iPad|iPod/u],
  ['macos', /Macintosh|Mac OS X/u],
  ['android', /Android/u],
  ['linux', /Linux|X11|CrOS/u],
]

// Most say that they are Chrome and Safari too: the particular come first.
const browsers: [Device['browser'], RegExp][] = [
  ['edge', /Edg(?:e|A|iOS)?\//u],
  ['opera', /OPR\/|Opera/u],
  ['samsung', /SamsungBrowser\//u],
  ['firefox', /Firefox\/|FxiOS\//u],
  ['chrome', /Chrome\/|CriOS\/|Chromium\//u],
  ['safari', /Safari\//u],
]

const firstOf = <T extends string>(table: [T, RegExp][], text: string, otherwise: T): T =>
  table.find(([, sign]) => sign.test(text))?.[0] ?? otherwise

/** What a browser says of itself, in the few words that help somebody to recognise their own. */
export const deviceOf = (userAgent: string): Device => ({
  kind: firstOf(kinds, userAgent, 'program'),
  system: firstOf(systems, userAgent, 'other'),
  browser: firstOf(browsers, userAgent, 'other'),
})
