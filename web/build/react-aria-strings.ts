import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const persian = fileURLToPath(new URL('../src/ui/aria-words.fa.ts', import.meta.url))
const dictionary = /\/(react-aria|react-stately|react-aria-components)\/dist\/private\/(?:[a-z]+\/)?intlStrings\.mjs$/
const englishImport = /from "(\.[^"]*?intl\/(?:([a-z]+)\/)?en-US\.mjs)"/

/** React Aria ships 34 languages and no Persian. Each of its dictionaries is replaced by two: its English and ours. */
export function reactAriaStrings(): Plugin {
  return {
    name: 'react-aria-strings',
    enforce: 'pre',
    load(id) {
      const file = id.split('?')[0] ?? ''
      const library = dictionary.exec(file)?.[1]
      if (!library) return null
      const [, english, folder] = englishImport.exec(readFileSync(file, 'utf8')) ?? []
      if (!english) return this.error(`${file} no longer imports its English words`)
      const name = folder ? `@${library}/${folder}` : library
      return [
        `import english from '${english}'`,
        `import { ariaWords } from ${JSON.stringify(persian)}`,
        `const both = { 'en-US': english, 'fa-IR': { ...english, ...ariaWords[${JSON.stringify(name)}] } }`,
        `export { both as default }`,
      ].join('\n')
    },
  }
}
