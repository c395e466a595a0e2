import { useState } from 'react'
import { type Stories, useSay } from '../kit/story.ts'
import { useFormat } from '../persian/format.ts'
import { Avatar } from './Avatar.tsx'
import { Badge, StatusBadge } from './Badge.tsx'
import { Bars } from './Bars.tsx'
import { Bidi } from './Bidi.tsx'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { Button } from './Button.tsx'
import { Card, Facts } from './Card.tsx'
import { FileDrop } from './FileDrop.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { StatCard } from './StatCard.tsx'
import { EmptyState, ErrorState, SkeletonLines } from './states.tsx'
import { type Column, Table } from './Table.tsx'
import { Tabs } from './Tabs.tsx'

interface Row {
  number: string
  subject: string
  customer: string
  minutes: number
  phone: string
}

const fixture: Row[] = [
  {
    number: '1405-00231',
    subject: 'دستگاه Pump X-200 پس از به‌روزرسانی روشن نمی‌شود',
    customer: 'علی‌رضا محمدی‌پور اصل',
    minutes: 1240,
    phone: '0912 345 6789',
  },
  { number: '1405-00232', subject: 'درخواست نصب', customer: 'شرکت آب‌سازان کویر', minutes: 35, phone: '021 8888 1234' },
  {
    number: '1405-00233',
    subject: 'صورت‌حساب اشتباه؛ مبلغ ۱۲٬۵۰۰٬۰۰۰ ریال دو بار برداشته شده و مشتری می‌خواهد پیش از پایان ماه برگردد',
    customer: 'زهرا نیک‌سرشت',
    minutes: 4890,
    phone: '0935 222 1100',
  },
]

function useColumns(): Column<Row>[] {
  const say = useSay()
  const format = useFormat()
  return [
    {
      key: 'number',
      header: say('شماره', 'Number'),
      cell: (row) => <Bidi ltr>{format.digits(row.number)}</Bidi>,
      phone: 'aside',
      sort: { ascending: 'number', descending: '-number' },
    },
    { key: 'subject', header: say('موضوع', 'Subject'), cell: (row) => row.subject, grow: true, phone: 'title' },
    { key: 'customer', header: say('مشتری', 'Customer'), cell: (row) => row.customer },
    {
      key: 'status',
      header: say('وضعیت', 'Status'),
      cell: (row) =>
        row.minutes > 1000 ? (
          <StatusBadge shape="warning" tone="caution">
            {say('دیر شده', 'Overdue')}
          </StatusBadge>
        ) : (
          <StatusBadge shape="dot" tone="accent">
            {say('در دست', 'Open')}
          </StatusBadge>
        ),
    },
    { key: 'phone', header: say('تلفن', 'Phone'), cell: (row) => <Bidi ltr>{format.digits(row.phone)}</Bidi>, phone: 'hidden' },
    {
      key: 'time',
      header: say('زمان خدمت', 'Service time'),
      figures: true,
      cell: (row) => format.duration(row.minutes * 60),
      sort: { ascending: 'time', descending: '-time' },
    },
  ]
}

function Tables() {
  const say = useSay()
  const columns = useColumns()
  const [sort, setSort] = useState('-time')
  return (
    <div className="grid gap-4">
      <Table
        label={say('درخواست‌ها', 'Requests')}
        columns={columns}
        rows={fixture}
        rowKey={(row) => row.number}
        onOpen={() => {}}
        sort={sort}
        onSort={setSort}
        more={{ has: true, isPending: false, onMore: () => {} }}
      />
      <Table label={say('در راه', 'Waiting')} columns={columns} rows={[]} rowKey={(row) => row.number} isPending />
      <Table
        label={say('خالی', 'Empty')}
        columns={columns}
        rows={[]}
        rowKey={(row) => row.number}
        empty={
          <EmptyState
            compact
            title={say('با این پالایه‌ها درخواستی نیست', 'No request fits these filters')}
            action={<Button size="small">{say('برداشتن پالایه‌ها', 'Clear filters')}</Button>}
          />
        }
      />
    </div>
  )
}

function Badges() {
  const say = useSay()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <StatusBadge shape="ring">{say('تازه', 'New')}</StatusBadge>
      <StatusBadge shape="dot" tone="accent">
        {say('در دست کار', 'Open')}
      </StatusBadge>
      <StatusBadge shape="clock" tone="notice">
        {say('در انتظار مشتری', 'Waiting')}
      </StatusBadge>
      <StatusBadge shape="check" tone="positive">
        {say('حل‌شده', 'Resolved')}
      </StatusBadge>
      <StatusBadge shape="warning" tone="caution">
        {say('نزدیک سررسید', 'Due soon')}
      </StatusBadge>
      <StatusBadge shape="alert" tone="danger">
        {say('فوری', 'Urgent')}
      </StatusBadge>
      <StatusBadge shape="stop">{say('بسته', 'Closed')}</StatusBadge>
      <Badge tone="accent">{say('شخص', 'Person')}</Badge>
      <span className="flex items-center gap-2">
        <Avatar name="علی‌رضا محمدی‌پور" />
        <Avatar name="Sara Kian" size="small" />
        <Avatar name="شرکت آب‌سازان" size="large" />
      </span>
    </div>
  )
}

function Figures() {
  const say = useSay()
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-gap">
        <StatCard
          href="/kit"
          label={say('درخواست در روز', 'Requests per day')}
          value={say('۴۲٫۵', '42.5')}
          change={{ direction: 'up', text: say('۸٪', '8%'), good: null, base: say('در برابر ماه پیش', 'against last month') }}
        />
        <StatCard
          label={say('زمان تا پاسخ', 'Wait until response')}
          value={say('۲ ساعت و ۱۰ دقیقه', '2 h 10 min')}
          change={{ direction: 'down', text: say('۱۲٪', '12%'), good: true, base: say('در برابر ماه پیش', 'against last month') }}
          basis={say('از ۱٬۲۰۴ درخواست', 'of 1,204 requests')}
        />
        <StatCard label={say('رضایت', 'Satisfaction')} value={null} missing={say('هنوز سنجیده نمی‌شود', 'Not yet measured')} />
      </div>
      <div className="grid gap-gap lg:grid-cols-2">
        <Card title={say('بسته‌شده به تفکیک همکار', 'Closed per person')}>
          <Bars
            label={say('بسته‌شده', 'Closed')}
            bars={[
              { key: 'a', label: 'مریم جهان‌آرا', value: 124, written: say('۱۲۴', '124'), href: '/kit' },
              { key: 'b', label: 'حسین رستگارمقدم تبریزی', value: 88, written: say('۸۸', '88'), href: '/kit', isMarked: true },
              { key: 'c', label: 'Reza K.', value: null, written: say('ثبت نشده', 'Not recorded') },
            ]}
          />
        </Card>
        <Card title={say('روزهای هفته', 'Weekdays')}>
          <Bars
            layout="standing"
            label={say('روزهای هفته', 'Weekdays')}
            bars={['شنبه', 'یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه'].map((day, index) => ({
              key: day,
              label: day,
              value: index === 6 ? null : 80 - index * 11,
              written: index === 6 ? '—' : (80 - index * 11).toLocaleString('fa-IR'),
              href: '/kit',
            }))}
          />
        </Card>
      </div>
    </div>
  )
}

function Places() {
  const say = useSay()
  return (
    <div className="grid gap-4">
      <Breadcrumbs
        trail={[
          { label: say('مشتریان', 'Customers'), href: '/kit' },
          { label: say('علی‌رضا محمدی‌پور', 'Alireza Mohammadipour'), href: '/kit#data' },
          { label: say('درخواست ۱۴۰۵-۰۰۲۳۱', 'Request 1405-00231') },
        ]}
      />
      <Tabs
        label={say('بخش‌ها', 'Parts')}
        tabs={[
          { id: 'time', label: say('خط زمان', 'Timeline'), count: say('۱۲', '12'), content: <SkeletonLines /> },
          { id: 'facts', label: say('مشخصات', 'Facts'), content: null },
        ]}
      />
      <div className="grid gap-gap lg:grid-cols-2">
        <Card
          title={say('مشخصات', 'Facts')}
          actions={
            <Button size="small" variant="quiet">
              {say('ویرایش', 'Edit')}
            </Button>
          }
        >
          <Facts
            columns={2}
            facts={[
              { term: say('کد مشتری', 'Code'), value: <Bidi ltr>C-10234</Bidi> },
              { term: say('تلفن', 'Phone'), value: <Bidi ltr>{say('۰۹۱۲ ۳۴۵ ۶۷۸۹', '0912 345 6789')}</Bidi> },
              { term: say('شبا', 'Sheba'), value: <Bidi ltr>IR06 2960 0000 0010 0324 2000 01</Bidi> },
              { term: say('واحد', 'Unit'), value: say('پشتیبانی شمال', 'Support north') },
            ]}
          />
        </Card>
        <Card title={say('پیشرفت', 'Progress')}>
          <div className="grid gap-4">
            <ProgressBar
              label={say('خواندن فایل', 'Reading the file')}
              share={0.62}
              value={say('۱۳٬۲۳۶ از ۲۱٬۳۴۸ سطر', '13,236 of 21,348 rows')}
            />
            <ProgressBar label={say('شمردن', 'Counting')} share={null} />
          </div>
        </Card>
      </div>
      <FileDrop
        label={say('فایل رویدادها یا درخواست‌ها را اینجا رها کنید', 'Drop the event log or table here')}
        hint={say('CSV یا XLSX، فشرده یا نافشرده، تا ۲ گیگابایت', 'CSV or XLSX, gzipped or not, up to 2 GB')}
        onFiles={() => {}}
      />
      <div className="grid gap-gap lg:grid-cols-2">
        <Card>
          <EmptyState
            title={say('هنوز مشتری‌ای ثبت نشده است', 'No customer yet')}
            action={<Button variant="primary">{say('ثبت نخستین مشتری', 'Create the first')}</Button>}
          >
            {say(
              'پروندهٔ هر مشتری همهٔ تماس‌ها، درخواست‌ها و سندهای او را نگه می‌دارد.',
              "A customer's file keeps every call, request and document.",
            )}
          </EmptyState>
        </Card>
        <Card>
          <ErrorState
            failure={{
              code: 'unreachable',
              title: say('سامانه پاسخ نمی‌دهد.', 'The system cannot be reached.'),
              detail: say('نوشتهٔ شما همین‌جا مانده است.', 'What you typed is still here.'),
            }}
            onRetry={() => {}}
          />
        </Card>
      </div>
    </div>
  )
}

export const stories: Stories = { tables: Tables, badges: Badges, figures: Figures, places: Places }
