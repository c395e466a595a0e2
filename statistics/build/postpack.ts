// Run by `npm pack` and `npm publish` once they have packed: puts the workspace's own package.json back.
import { renameSync } from 'node:fs'
import { join } from 'node:path'

const manifest = join(import.meta.dirname, '..', 'package.json')
renameSync(`${manifest}.source`, manifest)
