import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { focusRing } from './classes.ts'

interface TabsProps<Id extends string> {
  label: string
  tabs: readonly { id: Id; label: string; count?: string | undefined; content: ReactNode }[]
  /** Left out, the tabs remember by themselves; filters in the address pass both. */
  selected?: Id
  onSelect?: (id: Id) => void
}

/** Views of one thing, one at a time. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect ? { onSelectionChange: (key) => onSelect(key as Id) } : {})}
      className="min-w-0"
    >
      <TabList aria-label={label} items={tabs} className="flex gap-1 overflow-x-auto border-b border-line">
        {({ id, label: name, count }) => (
          <Tab
            id={id}
            className={`flex min-h-control cursor-pointer items-center gap-2 border-b-2 border-transparent px-3 text-body whitespace-nowrap text-muted data-hovered:text-text data-selected:border-accent data-selected:font-medium data-selected:text-accent-text ${focusRing} -outline-offset-2!`}
          >
            {name}
            {count && <span className="rounded-full bg-hover px-1.75 text-caption text-muted">{count}</span>}
          </Tab>
        )}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={`pt-4 ${focusRing}`}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
