import type { Progress } from './command.ts'

const width = 30

/** A bar on the terminal's error stream; nothing where it is not a terminal, so that scripts read clean output. */
export function openProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined }
  let drawn = -1
  return {
    show: (share) => {
      const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100)
      if (percent === drawn) return
      drawn = percent
      const filled = Math.round((percent / 100) * width)
      stream.write(`\r[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${percent}%`)
    },
    end: () => {
      if (drawn >= 0) stream.write('\n')
    },
  }
}
