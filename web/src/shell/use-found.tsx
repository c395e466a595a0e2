import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMay } from '../api/session.ts'
import { meanings } from './keyboard-layout.ts'
import { useShellWords } from './messages.ts'
import type { PaletteItem, PaletteSource } from './palette.ts'

/** Things found that stand under one heading. */
export interface FoundGroup {
  id: string
  title: string
  items: (PaletteItem & { icon: ReactNode })[]
}

const [fewestLetters, fewestLettersNear] = [2, 3]
/** Where a source finds so many, whoever is looked for is most likely among them. */
const enough = 5
const mostOfSource = 8

/**
 * Asks every source for every meaning of what was typed, and where little was found, for what may have been meant. The
 * same thing found twice is shown once.
 */
export function useFound(typed: string, sources: readonly PaletteSource[]): FoundGroup[] {
  const words = useShellWords()
  const may = useMay()
  const open = sources.filter(({ permission }) => !permission || may(permission))
  const asked = open.flatMap((source) =>
    meanings(typed)
      .filter((meaning) => meaning.length >= fewestLetters)
      .map((meaning) => ({ source, read: source.find(meaning) })),
  )
  const answers = useQueries({ queries: asked.map(({ read }) => ({ ...read, staleTime: 10_000 })) })
  const found = open.map((source) => {
    const own = asked.flatMap(({ source: { name } }, index) => (name === source.name ? [answers[index]] : []))
    const items = own.flatMap((answer) => answer?.data ?? [])
    return { source, isAnswered: own.every((answer) => !answer?.isPending), items: onceEach(items).slice(0, mostOfSource) }
  })

  const thin = found.filter(({ isAnswered, items, source }) => source.near && isAnswered && items.length < enough)
  const meant = thin.flatMap(({ source }) =>
    meanings(typed)
      .filter((meaning) => meaning.length >= fewestLettersNear)
      .map((meaning) => ({ source, read: source.near!(meaning) })),
  )
  const nearAnswers = useQueries({ queries: meant.map(({ read }) => ({ ...read, staleTime: 10_000 })) })
  const isFound = new Set(found.flatMap(({ items }) => items.map(({ id }) => id)))
  const near = meant.flatMap(({ source }, index) =>
    (nearAnswers[index]?.data ?? []).filter(({ id }) => !isFound.has(id)).map((item) => withIcon(item, source)),
  )
  return [
    ...found.flatMap(({ source, items }) => inSections(source, words.places[source.name], items)),
    { id: 'near', title: words.near, items: onceEach(near).slice(0, enough) },
  ]
}

const onceEach = <T extends PaletteItem>(items: readonly T[]): T[] =>
  items.filter(({ id }, place) => items.findIndex((other) => other.id === id) === place)

const withIcon = (item: PaletteItem, { icon: Icon }: PaletteSource) => ({ ...item, icon: <Icon size={17} /> })

/** What a source found, parted by what it was found by; each part stands where its first item does. */
function inSections(source: PaletteSource, title: string, items: readonly PaletteItem[]): FoundGroup[] {
  const sections = Map.groupBy(items, ({ section }) => section ?? title)
  return [...sections].map(([said, own]) => ({
    id: `${source.name}-${said}`,
    title: said,
    items: own.map((item) => withIcon(item, source)),
  }))
}
