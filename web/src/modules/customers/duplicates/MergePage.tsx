import { customerRoutes, duplicateRoutes } from '@parvandeh/contract'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { comparedFields, type ComparedField, CompareTable, differs } from './CompareTable.tsx'
import { JoiningPoints } from './JoiningPoints.tsx'
import { useDuplicateWords } from './messages.ts'
import { VetoNotice } from './PairPanel.tsx'

/** What merging two files will come to, field by field, before it is done. */
export function MergePage() {
  const words = useDuplicateWords()
  const params = useParams({ from: '/app/duplicates/$customerId/$otherId' })
  const { data } = useSuspenseQuery(query(duplicateRoutes.show, { params }))
  const { files, suggested, veto, can, pair } = data
  const { left, setLeft, choose, placeOf, take, leave, setLeave } = useChoices(files, suggested.customerId)
  const [isAsking, setAsking] = useState(false)
  const merge = useMerge(params)
  const send = () => {
    const [stays, joins] = [files[left], files[1 - left]!]
    const body = { otherId: joins.customerId, version: stays.version, otherVersion: joins.version, take, leave: [...leave] }
    merge.mutate({ params: { customerId: stays.customerId }, body })
  }
  const press = () => {
    if (!can.merge || merge.isPending) return
    if (veto) setAsking(true)
    else send()
  }
  useShortcut({ code: 'Enter', ctrl: true, keys: 'Ctrl+Enter', label: words.merge.action, run: press })
  return (
    <Page
      title={words.merge.title}
      subtitle={pair?.sentence}
      above={<Breadcrumbs trail={[{ label: words.title, href: '/duplicates' }, { label: words.merge.title }]} />}
    >
      <title>{words.merge.title}</title>
      <p className="max-w-3xl text-muted">{words.merge.text}</p>
      {veto && <VetoNotice veto={veto} />}
      {merge.error && <ErrorState failure={merge.error} />}
      <Card>
        <Which files={files} left={left} onLeft={setLeft} />
        <CompareTable files={files} {...(can.merge && { chosen: placeOf, onChoose: choose })} />
        <JoiningPoints stays={files[left]} joins={files[1 - left]!} leave={leave} onLeave={can.merge ? setLeave : undefined} />
      </Card>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-3 max-md:bottom-14 md:mx-0 md:px-0">
        {can.merge ? (
          <Button variant="primary" pending={merge.isPending} onPress={press}>
            {words.merge.action}
          </Button>
        ) : (
          <p className="text-muted">{files[0].kind === files[1].kind ? words.merge.refused : words.vetoes.kind}</p>
        )}
        <BackButton />
      </div>
      <ConfirmDialog
        danger
        title={words.merge.sure}
        actionLabel={words.merge.sureAction}
        isOpen={isAsking}
        onOpenChange={setAsking}
        pending={merge.isPending}
        onConfirm={send}
      >
        {veto && words.vetoes[veto]}
      </ConfirmDialog>
    </Page>
  )
}

type Files = React.ComponentProps<typeof CompareTable>['files']

/** Which file stays, which value of each field, and which ways of access of the other come along. */
function useChoices(files: Files, suggestedId: string) {
  const [left, setLeft] = useState<0 | 1>(files[0].customerId === suggestedId ? 0 : 1)
  const [chosen, setChosen] = useState<Partial<Record<ComparedField, 0 | 1>>>({})
  const [leave, setLeave] = useState<readonly string[]>([])
  const fallback = (field: ComparedField): 0 | 1 => {
    const value = files[left][field]
    return value === null || value === undefined || value === '' ? ((1 - left) as 0 | 1) : left
  }
  const placeOf = (field: ComparedField): 0 | 1 => chosen[field] ?? fallback(field)
  const choose = (field: ComparedField, place: 0 | 1) => setChosen((before) => ({ ...before, [field]: place }))
  const take = comparedFields(files).filter((field) => differs(files, field) && placeOf(field) !== left)
  return { left, setLeft, choose, placeOf, take, leave, setLeave }
}

/** Which of the two stays: the other is read in it from now on. */
function Which({ files, left, onLeft }: { files: Files; left: 0 | 1; onLeft: (left: 0 | 1) => void }) {
  const words = useDuplicateWords()
  const format = useFormat()
  return (
    <Segmented
      className="mb-3"
      label={words.merge.stays}
      showLabel
      value={String(left)}
      onChange={(place) => onLeft(place === '0' ? 0 : 1)}
      options={files.map((file, place) => ({ id: String(place), label: `${file.displayName} (${format.digits(file.code)})` }))}
    />
  )
}

function BackButton() {
  const words = useDuplicateWords()
  const navigate = useNavigate()
  return <Button onPress={() => void navigate({ to: '/duplicates' })}>{words.merge.back}</Button>
}

/** What was seen here may be older than the files: then they are read again, and what was chosen stays chosen. */
function useMerge(params: { customerId: string; otherId: string }) {
  const words = useDuplicateWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { queryKey } = query(duplicateRoutes.show, { params })
  return useWrite(duplicateRoutes.merge, {
    onSuccess: async (file) => {
      const { customerId, displayName } = file
      client.setQueryData(query(customerRoutes.show, { params: { customerId } }).queryKey, file)
      toast({ text: words.merge.done(displayName) })
      await navigate({ to: '/customers/$customerId', params: { customerId } })
      // The two are not side by side any more.
      client.removeQueries({ queryKey })
      await client.invalidateQueries()
    },
    onError: ({ code }) => {
      if (code === 'changed-meanwhile') void client.invalidateQueries({ queryKey })
    },
  })
}
