import { classes } from './classes.ts'

const grounds = [
  'bg-accent-soft text-accent-text',
  'bg-notice-soft text-notice',
  'bg-caution-soft text-caution',
  'bg-positive-soft text-positive',
  'bg-hover text-muted',
]

/** First letters of the first and last word that begins with one, parted so that Persian letters do not join into a false word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.filter(Boolean).join('\u200c')
}

const sizes = { small: 'size-6 text-[0.625rem]', medium: 'size-8 text-caption', large: 'size-12 text-title' }

/** A person or organisation as initials; the name stands beside it, so it is not read aloud. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: keyof typeof sizes }) {
  const ground = grounds[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % grounds.length]
  return (
    <span
      aria-hidden="true"
      className={classes(
        'inline-grid shrink-0 place-items-center rounded-full leading-none font-semibold select-none',
        sizes[size],
        ground,
      )}
    >
      <bdi>{initialsOf(name)}</bdi>
    </span>
  )
}
