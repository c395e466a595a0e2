import { exportRoutes, mostExportedAtOnce } from '@parvandeh/contract'
import { useState } from 'react'
import { says, Screen } from '../../../kit/Screen.tsx'
import { type Stories, useSay } from '../../../kit/story.ts'
import { Button } from '../../../ui/Button.tsx'
import { ExportDialog } from './ExportDialog.tsx'

const columns = Array.from({ length: 14 }, (_, place) => ({
  key: `column-${place}`,
  header:
    place === 3
      ? { fa: 'شمارهٔ قرارداد پشتیبانی سالانه با شرکت مادر و همهٔ شعبه‌هایش', en: 'Number of the yearly support agreement' }
      : { fa: `ستون ${place + 1}`, en: `Column ${place + 1}` },
}))

function Taking({ count }: { count: number }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button className="m-4 self-start" onPress={() => setOpen(true)}>
        {say('گرفتن خروجی', 'Export')}
      </Button>
      {isOpen && (
        <ExportDialog filters={{}} count={{ count, more: false }} shown={['column-0', 'column-1']} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

const taking = (count: number, answer: Parameters<typeof says<typeof exportRoutes.columns>>[1]) => () => (
  <Screen path="/customers" answers={[says(exportRoutes.columns, answer)]}>
    <Taking count={count} />
  </Screen>
)

export const stories: Stories = {
  'a few rows': taking(120, { columns }),
  'more than at once': taking(mostExportedAtOnce + 1, { columns }),
  'columns refused': taking(120, 'refused'),
}
