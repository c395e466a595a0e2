import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useShellWords } from './messages.ts'
import { useRegisteredShortcuts } from './shortcuts.ts'

/** The list of keys, those of the page in view first. */
export function KeysDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (open: boolean) => void }) {
  const words = useShellWords()
  const { keyNames } = words
  const bound = useRegisteredShortcuts().filter(
    ({ label }) => label !== keyNames.palette && label !== keyNames.help && label !== keyNames.rows,
  )
  const everywhere: [string, string[]][] = [
    [keyNames.palette, ['Ctrl+K']],
    [keyNames.rows, ['J', 'K']],
    [keyNames.open, ['Enter']],
    [keyNames.close, ['Esc']],
    [keyNames.help, ['?']],
  ]
  return (
    <Dialog size="small" title={words.keys} isOpen={isOpen} onOpenChange={onOpenChange}>
      {bound.length > 0 && <KeyList title={words.keysHere} keys={bound.map(({ label, keys }) => [label, [keys]])} />}
      <KeyList title={words.keysEverywhere} keys={everywhere} />
    </Dialog>
  )
}

function KeyList({ title, keys }: { title: string; keys: [string, string[]][] }) {
  return (
    <section className="mb-4 last:mb-0">
      <h3 className="mb-1 text-small text-muted">{title}</h3>
      <dl>
        {keys.map(([label, names]) => (
          <div key={label} className="flex min-h-8 items-center justify-between gap-4">
            <dt>{label}</dt>
            <dd className="flex gap-1">
              {names.map((name) => (
                <Kbd key={name} keys={name} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
