import { Info } from 'lucide-react'
import { useRef, useState } from 'react'
import { type Stories, useSay } from '../kit/story.ts'
import { Button } from './Button.tsx'
import { Card } from './Card.tsx'
import { ChoicePopover } from './ChoicePopover.tsx'
import { CopyButton } from './CopyButton.tsx'
import { IconButton } from './IconButton.tsx'
import { Kbd } from './Kbd.tsx'
import { Link } from './Link.tsx'
import { MorePages } from './MorePages.tsx'
import { Page } from './Page.tsx'
import { Segmented } from './Segmented.tsx'
import { Spinner } from './Spinner.tsx'
import { Tooltip, TooltipTrigger } from './Tooltip.tsx'
import { TypedSearch } from './TypedSearch.tsx'

const row = 'flex flex-wrap items-center gap-4'
const cities = ['تبریز', 'شیراز', 'اصفهان', 'مشهد', 'رشت', 'یزد', 'اهواز', 'بندرعباس', 'کرمانشاه', 'ارومیه', 'سنندج'] as const

function Keys() {
  const say = useSay()
  return (
    <div className={row}>
      <Kbd keys="Ctrl+K" />
      <Kbd keys="E" />
      <CopyButton text="09120000000" label={say('رونوشت شماره', 'Copy the number')} />
      <Spinner />
      <TooltipTrigger>
        <IconButton label={say('چیست؟', 'What is this?')} icon={<Info size={18} />} />
        <Tooltip keys="I">{say('چند کلمه دربارهٔ یک نشانه', 'A few words on an icon')}</Tooltip>
      </TooltipTrigger>
      <Link to="/">{say('میز کار', 'Desk')}</Link>
    </div>
  )
}

function Choices({ width, count }: { width?: string; count: number }) {
  const say = useSay()
  const [chosen, choose] = useState<string>('0')
  const options = ['روز', 'هفته', 'ماه', 'فصل', 'سال'].slice(0, count).map((label, place) => ({ id: String(place), label }))
  return (
    <div className={width}>
      <Segmented showLabel label={say('برش', 'Cut')} options={options} value={chosen} onChange={choose} />
    </div>
  )
}

function Hanging({ options }: { options: readonly string[] }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [city, setCity] = useState<string | null>(null)
  const anchor = useRef<HTMLDivElement>(null)
  return (
    <div ref={anchor} className="w-fit">
      <Button onPress={() => setOpen(true)}>{city ?? say('شهر را برگزینید', 'Choose a city')}</Button>
      {open && (
        <ChoicePopover
          label={say('شهر', 'City')}
          options={options.map((label) => ({ id: label, label }))}
          value={city}
          onChoose={(id) => {
            setCity(id)
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
          anchor={anchor}
        />
      )}
    </div>
  )
}

function Feet() {
  const say = useSay()
  const nothing = () => undefined
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Card flush>
        <MorePages hasMore isPending={false} onMore={nothing} said={say('۵۰ مورد از ۱٬۲۳۴', '50 of 1,234')} />
      </Card>
      <Card flush>
        <MorePages hasMore isPending onMore={nothing} />
      </Card>
      <Card flush>
        <MorePages hasMore={false} isPending={false} onMore={nothing} said={say('همهٔ ۱۲ مورد', 'All 12')} />
      </Card>
    </div>
  )
}

function Search() {
  const say = useSay()
  const [sought, seek] = useState('')
  return <TypedSearch className="max-w-80" label={say('جست‌وجو', 'Search')} sought={sought} onSearch={seek} />
}

function Frame({ narrow }: { narrow: boolean }) {
  const say = useSay()
  const long = say(
    'پروندهٔ شرکت بازرگانی و خدمات پس از فروش لوازم خانگی ستارگان درخشان آذربایجان شرقی و غربی (سهامی خاص)',
    'The file of a company whose name goes on and on, as names of companies do when several of them have become one',
  )
  return (
    <div className={narrow ? 'max-w-97.5 border border-line' : 'border border-line'}>
      <Page title={long} subtitle={say('یک خط زیر عنوان', 'A line under the title')} actions={<Button>{say('ویرایش', 'Edit')}</Button>}>
        <Card>{say('آنچه در صفحه است', 'What is on the page')}</Card>
      </Page>
    </div>
  )
}

export const stories: Stories = {
  'keys, hints and waiting': Keys,
  'a few choices': () => <Choices count={3} />,
  'more choices than room': () => <Choices count={5} width="max-w-40" />,
  'a short list that hangs': () => <Hanging options={cities.slice(0, 4)} />,
  'a long list that hangs': () => <Hanging options={cities} />,
  'a list with nothing in it': () => <Hanging options={[]} />,
  'the foot of a list': Feet,
  'search as one types': Search,
  'the frame of a page': () => <Frame narrow={false} />,
  'the frame of a page, narrow': () => <Frame narrow />,
}
