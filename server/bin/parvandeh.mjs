#!/usr/bin/env node
// The `parvandeh` command: runs on any Node from 20, and hands over to the product's own Node when that is another.
import { fileURLToPath } from 'node:url'
import { requireRuntime, runInstead } from '../../scripts/runtime.mjs'

const command = new URL('../src/cli/main.ts', import.meta.url)

if (Number(process.versions.node.split('.')[0]) >= 24) await import(command.href)
else runInstead(requireRuntime(), [fileURLToPath(command), ...process.argv.slice(2)])
