import { foldJoined } from '@parvandeh/contract/persian'

interface AskedField {
  key: string
  label: { fa: string; en: string }
  accessClass: string
}

const protectedKeys = new Set(['gender', 'kinship', 'birthPlace', 'birthplace'])
const protectedWords = ['محل تولد', 'زادگاه', 'جنسیت', 'خویشاوند', 'birthplace', 'place of birth', 'gender', 'kinship'].map((word) =>
  foldJoined(word),
)

/** Fields by which nobody is put into a class unless an administrator allows it: gender, birthplace, kinship, also as fields of one's own. */
export function protectedAmong(fields: readonly AskedField[]): AskedField[] {
  return fields.filter(({ key, label }) => {
    const said = [label.fa, label.en, key.replace(/^x\./u, '')].map((text) => foldJoined(text))
    return protectedKeys.has(key) || said.some((text) => protectedWords.some((word) => text.includes(word)))
  })
}

/**
 * Delicate fields that the class of a scheme would tell of to those who may not read them. A class that follows from
 * what is sensitive is itself sensitive, and so for what is financial.
 */
export const tooDelicateFor = (accessClass: string, fields: readonly AskedField[]): AskedField[] =>
  fields.filter((field) => ['sensitive', 'financial'].includes(field.accessClass) && field.accessClass !== accessClass)
