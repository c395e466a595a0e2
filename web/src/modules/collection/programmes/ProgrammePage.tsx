import { programmeRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Archive, Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { query, useWrite } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { Table } from '../../../ui/Table.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import { useCollectionWords } from '../messages.ts'
import { Share } from '../OverviewTab.tsx'
import { ProgrammeDialog } from './ProgrammeDialog.tsx'
import { ProgrammeState } from './ProgrammesTab.tsx'

type Shown = ResponseOf<typeof programmeRoutes.show>

/** One programme and how far it has come. */
export function ProgrammePage() {
  const words = useCollectionWords()
  const { programmeId } = useParams({ from: '/app/programmes/$programmeId' })
  const { data, error, refetch } = useQuery(query(programmeRoutes.show, { params: { programmeId } }))
  const trail = [{ label: words.title, href: '/completeness?tab=programmes' }, { label: data?.programme.name ?? '…' }]
  return (
    <Page
      title={<bdi>{data?.programme.name ?? words.tabs.programmes}</bdi>}
      aside={data && <ProgrammeState state={data.programme.state} />}
      above={<Breadcrumbs trail={trail} />}
      actions={data?.programme.can.change && <Actions shown={data} />}
    >
      <title>{data?.programme.name ?? words.tabs.programmes}</title>
      {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && <ProgrammeProgress shown={data} />}
    </Page>
  )
}

function Actions({ shown: { programme } }: { shown: Shown }) {
  const words = useCollectionWords()
  const client = useQueryClient()
  const [isChanging, setChanging] = useState(false)
  const write = useWrite(programmeRoutes.change, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [programmeRoutes.show.path] })
      void client.invalidateQueries({ queryKey: [programmeRoutes.list.path] })
    },
    onError: toastFailure,
  })
  const { id: programmeId, name, note, fields, segmentId, until, people, units, version, state } = programme
  const isClosed = state === 'closed'
  const body = { name, note, fields, segmentId, until, people, units, version, closed: !isClosed }
  return (
    <>
      <Button icon={<Pencil size={15} />} onPress={() => setChanging(true)}>
        {words.change}
      </Button>
      <Button icon={<Archive size={15} />} pending={write.isPending} onPress={() => write.mutate({ params: { programmeId }, body })}>
        {isClosed ? words.reopen : words.close}
      </Button>
      {isChanging && <ProgrammeDialog programme={programme} onClose={() => setChanging(false)} />}
    </>
  )
}

/** How many files hold all of it, by field, by who answers for the file, and by who asked. */
export function ProgrammeProgress({ shown }: { shown: Shown }) {
  const words = useCollectionWords()
  const format = useFormat()
  const { programme, progress } = shown
  const share = progress.files === 0 ? 0 : progress.complete / progress.files
  return (
    <>
      <Card>
        <ProgressBar
          label={`${programme.segmentName ?? words.everyone} · ${words.untilDay(format.day(programme.until, 'long'))}`}
          share={share}
          value={words.progressOf(format.number(progress.complete), format.number(progress.files))}
        />
        {programme.note && <p className="mt-3 text-muted">{programme.note}</p>}
      </Card>
      <div className="grid items-start gap-gap lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-gap">
          <Fields shown={shown} />
          <Owners shown={shown} />
        </div>
        <Askers shown={shown} />
      </div>
    </>
  )
}

/** A table under its own heading. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  )
}

function Fields({ shown: { programme, progress, byField } }: { shown: Shown }) {
  const words = useCollectionWords()
  const format = useFormat()
  const language = useLanguage()
  return (
    <Part title={words.byField}>
      <Table
        label={words.byField}
        rows={byField}
        rowKey={({ key }) => key}
        empty=""
        columns={[
          { key: 'field', header: words.columns.field, phone: 'title', cell: ({ key }) => programme.labels[key]?.[language] ?? key },
          {
            key: 'filled',
            header: words.columns.filled,
            phone: 'line',
            cell: ({ filled }) => <Share share={progress.files === 0 ? 0 : filled / progress.files} />,
          },
          {
            key: 'declined',
            header: words.columns.declined,
            figures: true,
            phone: 'line',
            cell: ({ declined }) => format.number(declined),
          },
        ]}
      />
    </Part>
  )
}

function Askers({ shown: { byPerson } }: { shown: Shown }) {
  const words = useCollectionWords()
  const format = useFormat()
  const { personName } = useDirectory()
  return (
    <Part title={words.byPerson}>
      <Table
        label={words.byPerson}
        rows={byPerson}
        rowKey={({ personId }) => personId ?? ''}
        empty={<p className="p-4 text-muted">{words.nobodyYet}</p>}
        columns={[
          { key: 'person', header: words.columns.person, phone: 'title', cell: ({ personId }) => <bdi>{personName(personId) ?? '—'}</bdi> },
          {
            key: 'answered',
            header: words.columns.answered,
            figures: true,
            phone: 'line',
            cell: ({ answered }) => format.number(answered),
          },
          {
            key: 'declined',
            header: words.columns.declined,
            figures: true,
            phone: 'line',
            cell: ({ declined }) => format.number(declined),
          },
          { key: 'minutes', header: words.columns.minutes, figures: true, phone: 'line', cell: ({ minutes }) => format.decimal(minutes) },
        ]}
      />
    </Part>
  )
}

function Owners({ shown: { byOwner } }: { shown: Shown }) {
  const words = useCollectionWords()
  const format = useFormat()
  const { personName } = useDirectory()
  return (
    <Part title={words.byOwner}>
      <Table
        label={words.byOwner}
        rows={byOwner}
        rowKey={({ ownerId }) => ownerId ?? ''}
        empty={<p className="p-4 text-muted">{words.none}</p>}
        columns={[
          {
            key: 'owner',
            header: words.columns.owner,
            phone: 'title',
            cell: ({ ownerId }) => <bdi>{personName(ownerId) ?? words.nobody.owner}</bdi>,
          },
          {
            key: 'complete',
            header: words.columns.complete,
            phone: 'line',
            cell: ({ files, complete }) => <Share share={files === 0 ? 0 : complete / files} />,
          },
          { key: 'files', header: words.columns.files, figures: true, phone: 'aside', cell: ({ files }) => format.number(files) },
        ]}
      />
    </Part>
  )
}
