import type { Command } from '../shell/palette.ts'

/** Things to do from anywhere, in the palette and under "add"; added by the change that makes their page. */
export const commands: readonly Command[] = []
