import { priorities, requestStatuses } from '@parvandeh/contract'
import { useDirectory } from '../../../api/directory.ts'
import { useSession } from '../../../api/session.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useCatalogue } from '../catalogue.ts'
import { useServiceWords } from '../messages.ts'
import { useListWords } from './messages.ts'
import type { RequestSearch } from './request-search.ts'

interface RequestFiltersProps {
  search: RequestSearch
  onChange: (change: RequestSearch) => void
  /** In a dialog on a phone the fields carry their labels. */
  labelled?: boolean
}

const named = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ id, label: name }))

/** Narrows the list by state, priority, unit, holder, topic and product; in a dialog the order too. */
export function RequestFilters({ search, onChange, labelled = false }: RequestFiltersProps) {
  const words = useListWords()
  const service = useServiceWords()
  const look = { hideLabel: !labelled }
  const statuses = [
    { id: 'unfinished' as const, label: words.unfinished },
    ...requestStatuses.map((id) => ({ id, label: service.statuses[id] })),
    { id: 'any' as const, label: words.anyStatus },
  ]
  const levels = [
    { id: 'any' as const, label: words.anyPriority },
    ...priorities.toReversed().map((id) => ({ id, label: service.priorities[id] })),
  ]
  return (
    <>
      <Select
        {...look}
        label={service.status}
        options={statuses}
        value={search.status ?? 'unfinished'}
        onChange={(status) => onChange({ status: status === 'unfinished' ? undefined : status })}
        className="sm:w-36!"
      />
      <Select
        {...look}
        label={service.priority}
        options={levels}
        value={search.priority ?? 'any'}
        onChange={(priority) => onChange({ priority: priority === 'any' ? undefined : priority })}
        className="sm:w-40!"
      />
      <WhoseFilters {...{ search, onChange, labelled }} />
      <AboutFilters {...{ search, onChange, labelled }} />
      {labelled && <Order labelled search={search} onChange={onChange} />}
    </>
  )
}

function WhoseFilters({ search, onChange, labelled = false }: RequestFiltersProps) {
  const words = useListWords()
  const service = useServiceWords()
  const { units, activePeople } = useDirectory()
  const me = useSession().person
  const holders = [
    ...(me ? [{ id: me.id, label: words.mine }] : []),
    { id: 'nobody', label: service.nobody },
    ...named(activePeople.filter(({ id }) => id !== me?.id)),
  ]
  return (
    <>
      <ComboBox
        hideLabel={!labelled}
        label={service.unit}
        placeholder={words.anyUnit}
        options={named(units)}
        value={search.unitId ?? null}
        onChange={(unitId) => onChange({ unitId: unitId ?? undefined })}
        className="sm:w-40!"
      />
      <ComboBox
        hideLabel={!labelled}
        label={service.holder}
        placeholder={words.anyHolder}
        options={holders}
        value={search.holderId ?? null}
        onChange={(holderId) => onChange({ holderId: holderId ?? undefined })}
        className="sm:w-40!"
      />
    </>
  )
}

function AboutFilters({ search, onChange, labelled = false }: RequestFiltersProps) {
  const words = useListWords()
  const service = useServiceWords()
  const { topicOptions, productOptions } = useCatalogue()
  return (
    <>
      {topicOptions.length > 0 && (
        <ComboBox
          hideLabel={!labelled}
          label={service.topic}
          placeholder={words.anyTopic}
          options={topicOptions}
          value={search.topicId ?? null}
          onChange={(topicId) => onChange({ topicId: topicId ?? undefined })}
          className="sm:w-40!"
        />
      )}
      {productOptions.length > 0 && (
        <ComboBox
          hideLabel={!labelled}
          label={service.product}
          placeholder={words.anyProduct}
          options={productOptions}
          value={search.productId ?? null}
          onChange={(productId) => onChange({ productId: productId ?? undefined })}
          className="sm:w-40!"
        />
      )}
    </>
  )
}

/** In which order the list stands. */
export function Order({ search, onChange, labelled = false }: RequestFiltersProps) {
  const words = useListWords()
  const orders = (['-reported', 'reported', '-updated', 'priority'] as const).map((id) => ({ id, label: words.orders[id] }))
  return (
    <Select
      hideLabel={!labelled}
      label={words.order}
      options={orders}
      value={search.sort ?? '-reported'}
      onChange={(sort) => onChange({ sort: sort === '-reported' ? undefined : sort })}
      className="sm:w-52!"
    />
  )
}
