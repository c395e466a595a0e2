import { foldJoined } from '@parvandeh/contract/persian'
import { Check } from 'lucide-react'
import { type RefObject } from 'react'
import { Autocomplete, Dialog, Input, ListBox, ListBoxItem, Popover, SearchField } from 'react-aria-components'
import { classes, floating, floatingRow } from './classes.ts'
import { useUiWords } from './messages.ts'
import type { Option } from './OptionList.tsx'

interface ChoicePopoverProps {
  /** What is chosen. */
  label: string
  options: readonly Option[]
  value?: string | null
  onChoose: (id: string) => void
  onClose: () => void
  /** What the list hangs on. */
  anchor: RefObject<Element | null>
}

const fewEnoughToSee = 7

/** One of some options, from a list that hangs on any place of the page; long lists are narrowed by typing. */
export function ChoicePopover({ label, options, value = null, onChoose, onClose, anchor }: ChoicePopoverProps) {
  const isLong = options.length > fewEnoughToSee
  const list = <Choices {...{ label, options, value, onChoose, hasFocus: !isLong }} />
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      placement="bottom start"
      offset={4}
      onOpenChange={(open) => !open && onClose()}
      className={classes(floating, 'w-72 max-w-[calc(100vw-1rem)]')}
    >
      <Dialog aria-label={label} className="outline-none">
        {isLong ? (
          <Autocomplete filter={(text, typed) => foldJoined(text).includes(foldJoined(typed))}>
            <SearchField aria-label={label} autoFocus className="border-b border-line px-3">
              <Input
                placeholder={label}
                className="h-10 w-full min-w-0 bg-transparent text-body outline-none [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            {list}
          </Autocomplete>
        ) : (
          <>
            <p className="px-3 pt-2 text-caption text-faint">{label}</p>
            {list}
          </>
        )}
      </Dialog>
    </Popover>
  )
}

type ChoicesProps = Required<Pick<ChoicePopoverProps, 'label' | 'options' | 'value' | 'onChoose'>> & { hasFocus: boolean }

function Choices({ label, options, value, onChoose, hasFocus }: ChoicesProps) {
  const words = useUiWords()
  return (
    <ListBox
      aria-label={label}
      autoFocus={hasFocus ? true : undefined}
      items={options}
      selectionMode="single"
      selectedKeys={value === null ? [] : [value]}
      onAction={(key) => onChoose(String(key))}
      onSelectionChange={(keys) => {
        const [key] = keys
        // To choose again what is chosen changes nothing, and closes.
        onChoose(String(key ?? value))
      }}
      className="max-h-80 overflow-y-auto p-1 outline-none"
      renderEmptyState={() => <div className="px-3 py-2 text-small text-muted">{words.noResults}</div>}
    >
      {(option: Option) => (
        <ListBoxItem id={option.id} textValue={`${option.label} ${option.hint ?? ''}`} className={classes(floatingRow, 'cursor-pointer')}>
          {({ isSelected }) => (
            <>
              {option.icon}
              <span className="min-w-0 flex-1">
                <bdi className="block truncate">{option.label}</bdi>
                {option.hint && <bdi className="block truncate text-caption font-normal text-muted">{option.hint}</bdi>}
              </span>
              <Check size={16} aria-hidden="true" className={classes('shrink-0 text-accent-text', !isSelected && 'invisible')} />
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
