// Freezes the migrations: what is published must never change, since databases have gone through it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checksumFile, presentChecksums, publishedChecksums } from './checks/migrations.mjs'
import { root } from './runtime.mjs'

const [present, published] = [await presentChecksums(root), publishedChecksums(root)]
const changed = Object.keys(published).filter((name) => present[name] !== published[name])
if (changed.length > 0) {
  for (const name of changed) console.error(`${name} is published and was changed or removed; write a new migration instead.`)
  process.exit(1)
}
writeFileSync(join(root, checksumFile), `${JSON.stringify(present, undefined, 2)}\n`)
console.log(`${Object.keys(present).length} migrations are frozen.`)
