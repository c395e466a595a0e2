import { Tabs } from '../../../ui/Tabs.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { KindsPart } from './KindsPart.tsx'
import { useFileWordWords } from './messages.ts'
import { PlacesPart } from './PlacesPart.tsx'
import { TagsPart } from './TagsPart.tsx'

export type FileWordsTab = 'tags' | 'kinds' | 'places'

/** The words that files are described by: tags, kinds of relation, places. */
export function FileWordsPage({ tab, onTab }: { tab: FileWordsTab; onTab: (tab: FileWordsTab) => void }) {
  const words = useFileWordWords()
  return (
    <SettingsFrame section="filewords">
      <Tabs<FileWordsTab>
        label={words.tags}
        selected={tab}
        onSelect={onTab}
        tabs={[
          { id: 'tags', label: words.tags, content: <TagsPart /> },
          { id: 'kinds', label: words.kinds, content: <KindsPart /> },
          { id: 'places', label: words.places, content: <PlacesPart /> },
        ]}
      />
    </SettingsFrame>
  )
}
