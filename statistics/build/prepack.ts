// Run by `npm pack` and `npm publish` before they pack: builds dist and puts the published package.json in place.
import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { publishedManifest } from './published-manifest.ts'

const workspace = join(import.meta.dirname, '..')
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const manifest = join(workspace, 'package.json')

rmSync(join(workspace, 'dist'), { recursive: true, force: true })
// Types are checked by `npm run check`.
execFileSync(process.execPath, [compiler, '-p', join(workspace, 'tsconfig.build.json'), '--noCheck'], { stdio: 'inherit' })
copyFileSync(manifest, `${manifest}.source`)
const source = JSON.parse(readFileSync(manifest, 'utf8')) as Parameters<typeof publishedManifest>[0]
writeFileSync(manifest, `${JSON.stringify(publishedManifest(source), null, 2)}\n`)
