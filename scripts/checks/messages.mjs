import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { runIfStarted } from './report.mjs'
import { filesBelow, isForTests, textOf } from './sources.mjs'

/** Names and keys that Persian sentences keep in Latin letters. */
const kept = new Set(JSON.parse(readFileSync(new URL('latin-in-persian.json', import.meta.url), 'utf8')))
const persian = /[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]/u
/** A Latin word in brackets behind the Persian one helps who reads both. */
const gloss = /\([A-Za-z ]+\)/gu
/** Arabic forms of yeh and kaf, which look alike and are not found by who types Persian. */
const arabicLetters = /[\u064a\u0643\u0649]/u
/** Tables of letters and of what people type are about such letters; they are not sentences. */
const aboutLetters = /^contract\/src\/persian\/|\/migrations\/|keyboard-layout\.ts$|\.data\.ts$/u
/** Sources of the web that hold no words: those stand in messages beside the screen. */
const wordless = /^web\/src\/(?!persian\/|kit\/)(?!.*(messages|-words)(\.fa|\.en)?\.ts$)/u
/** What clerks read. The terminal's words are the operator's, who types commands and names of settings. */
const read = /^(contract|web)\/src\/|^server\/src\/(modules|platform\/(http|tabular))\//u

/** Words of the interface that one language lacks, and Persian sentences with foreign letters in them. */
export async function messageProblems(root) {
  const files = filesBelow(root, ['contract/src', 'server/src', 'web/src'], /\.tsx?$/u).filter((path) => !isForTests(path))
  const pairs = files.filter((path) => path.endsWith('messages.fa.ts'))
  const missing = await Promise.all(pairs.map((path) => missingWords(root, path)))
  return [
    ...missing.flat(),
    ...files.filter((path) => read.test(path) && !aboutLetters.test(path)).flatMap((path) => foreignLetters(root, path)),
  ]
}

async function missingWords(root, path) {
  const load = async (file) => import(pathToFileURL(join(root, file)).href)
  const other = path.replace(/\.fa\.ts$/u, '.en.ts')
  const [{ fa }, { en }] = await Promise.all([load(path), load(other)])
  const [inPersian, inEnglish] = [keysOf(fa), keysOf(en)]
  return [
    ...inPersian.filter((key) => !inEnglish.includes(key)).map((key) => `${other}: lacks ${key}`),
    ...inEnglish.filter((key) => !inPersian.includes(key)).map((key) => `${path}: lacks ${key}`),
  ]
}

const keysOf = (words, prefix = '') =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'object' && word !== null ? keysOf(word, `${prefix}${key}.`) : [`${prefix}${key}`],
  )

function foreignLetters(root, path) {
  const source = ts.createSourceFile(path, textOf(root, path), ts.ScriptTarget.Latest, true)
  const isPersianFile = path.endsWith('messages.fa.ts')
  const problems = []
  const visit = (node) => {
    const text = isWording(node) ? wordingOf(node) : undefined
    if (text !== undefined && (isPersianFile || persian.test(text))) {
      const place = `${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`
      const latin = (text.replaceAll(gloss, '').match(/[A-Za-z][A-Za-z0-9_.@-]*/gu) ?? []).filter((word) => !kept.has(word))
      if (latin.length > 0)
        problems.push(
          `${place}: a Persian sentence holds ${latin.join(', ')}; translate it, or add it to scripts/checks/latin-in-persian.json`,
        )
      if (wordless.test(path) && persian.test(text) && !isOfPair(node))
        problems.push(`${place}: words stand in messages.fa.ts and messages.en.ts beside the screen`)
      if (persian.test(text) && arabicLetters.test(text)) problems.push(`${place}: Arabic ي or ك in a Persian sentence`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return problems
}

/** A string that somebody may read: neither a key, nor the name of a file, nor a type, nor compared with. */
function isWording(node) {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return false
  const { parent } = node
  if (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isElementAccessExpression(parent)
  )
    return false
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false
  if (ts.isTaggedTemplateExpression(parent) || ts.isTypeNode(parent)) return false
  return !(ts.isBinaryExpression(parent) && /^[!=]==?$/u.test(parent.operatorToken.getText()))
}

/** The Persian side of a pair { fa, en }: both languages are there. */
const isOfPair = ({ parent }) => ts.isPropertyAssignment(parent) && parent.name.getText() === 'fa'

/** What stands between the values of a template is read as one sentence. */
const wordingOf = (node) =>
  ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' … ') : node.text

await runIfStarted(import.meta, messageProblems)
