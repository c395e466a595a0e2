import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const workspace = join(import.meta.dirname, '..')
const root = join(workspace, '..')

/** A Node of the machine of some version, beside the one that the repository brings. */
function machineNode(version: number): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .find((path) => existsSync(path) && execFileSync(path, ['-v'], { encoding: 'utf8' }).startsWith(`v${version}.`))
}

const nodes: [string, string | undefined][] = [
  ['the Node of the repository', process.execPath],
  ['Node 20', machineNode(20)],
]

/** Fits a small model, here and in another thread, and prints what came out. */
const program = `
import { fitMixedModel } from '@parvandeh/statistics'
import { runInWorker } from '@parvandeh/statistics/worker'
const y = Float64Array.of(1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1595, 1550, 1605, 1510)
const input = { y, X: new Float64Array(12).fill(1), p: 1, factors: [{ name: 'batch', levels: 4, index: Int32Array.from(y, (_, r) => r % 4) }] }
const fit = fitMixedModel(input)
const there = await runInWorker('fitMixedModel', { input })
console.log(JSON.stringify({ converged: fit.converged, kernel: fit.solver.kernel, same: fit.criterion === there.criterion }))
`

describe('the published package', () => {
  let folder: string
  let project: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parvandeh-package-'))
    const copy = join(folder, 'statistics')
    mkdirSync(copy)
    for (const part of ['src', 'build', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'README.md', 'LICENSE'])
      cpSync(join(workspace, part), join(copy, part), { recursive: true })
    cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    npm(['pack', '--pack-destination', folder], copy)
    project = join(folder, 'project')
    mkdirSync(project)
    writeFileSync(join(project, 'package.json'), '{ "name": "empty", "version": "1.0.0", "type": "module" }')
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
    npm(['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)], project)
    writeFileSync(join(project, 'main.js'), program)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const npm = (args: string[], cwd: string): void =>
    void execFileSync('npm', args, { cwd, stdio: 'pipe', env: { ...process.env, npm_config_update_notifier: 'false' } })

  test('leaves the manifest of the workspace as it was', () => {
    const manifest = (base: string): string => readFileSync(join(base, 'package.json'), 'utf8')
    expect(manifest(join(folder, 'statistics'))).toBe(manifest(workspace))
  })

  test('is JavaScript with types, and nothing else comes with it', () => {
    const installed = join(project, 'node_modules')
    expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual(['@parvandeh'])
    const files = readdirSync(join(installed, '@parvandeh/statistics'), { recursive: true, encoding: 'utf8' })
    expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', join('dist', 'index.js'), join('dist', 'index.d.ts')]))
    expect(files.filter((name) => /\.test\.|testing|fixtures|(?<!\.d)\.ts$/u.test(name))).toEqual([])
  })

  describe.each(nodes)('on %s', (_, node) => {
    test.skipIf(!node)('fits a model in an empty project', () => {
      const said = execFileSync(node!, ['main.js'], { cwd: project, encoding: 'utf8' })
      expect(JSON.parse(said)).toEqual({ converged: true, kernel: 'wasm', same: true })
    })
  })
})
