import { customerRoutes, type CustomValue } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useState } from 'react'
import type { ApiFailure } from '../../../api/failure.ts'
import { query, useWrite } from '../../../api/query.ts'
import { useSession } from '../../../api/session.ts'
import { useDraft } from '../../../ui/draft.ts'
import { type Heard, useHeard } from '../evidence/Heard.tsx'
import { useDoubts } from './doubts.ts'
import { useOthers } from './use-others.ts'
import { bodyOf, type CustomerFile, fieldOf, isSame, pointField, type PointValues, rebase, type Values, valuesOf } from './values.ts'

interface Draft {
  at: string
  version: number | null
  base: Values
  values: Values
}

interface FormOptions {
  /** The file to change; none for a new one. */
  file?: CustomerFile
  /** What a new one begins with. */
  start: Values
  onSaved: (file: CustomerFile) => void
}

/** Brings a kept draft back, upon the file as it is now. */
function restore(found: Draft | null, start: Values, version: number | null) {
  // A draft of an older version of the form knows of no own fields.
  if (!found || found.values.custom === undefined || isSame(found.base, found.values)) return { base: start, values: start, restored: null }
  const moved = found.version !== version
  return { base: start, values: moved ? rebase(found.base, found.values, start) : found.values, restored: { at: found.at, moved } }
}

/** All that the form of a customer does: its values, its draft, its doubts, and saving. */
export function useCustomerForm({ file, start, onSaved }: FormOptions) {
  const { person } = useSession()
  const { found, keep } = useDraft<Draft>(`customer.${file?.customerId ?? 'new'}.${person?.id ?? ''}`)
  const [{ base, values, restored }, setState] = useState(() => restore(found, start, file?.version ?? null))
  const [version, setVersion] = useState(file?.version ?? null)
  const [isSaved, setSaved] = useState(false)
  const heard = useHeard(file?.customerId)
  const isDirty = !isSaved && !isSame(base, values)
  const { doubts, refusals, duplicates, leave, leaveAll } = useDoubts(values, file?.customerId, file !== undefined)
  const { likely, others, sayOther, isAsked, mustAsk } = useOthers(duplicates)
  const saving = useSaving(file, heard, (saved) => {
    setSaved(true)
    keep(null)
    onSaved(saved)
  })
  useEffect(() => {
    if (!isSaved) keep(isDirty ? { at: new Date().toISOString(), version, base, values } : null)
  }, [keep, isSaved, isDirty, version, base, values])

  const setters = settersOf(saving.forget, (turn) => setState((before) => ({ ...before, values: turn(before.values) })))
  const takeNewer = (newer: CustomerFile) => {
    setVersion(newer.version)
    setState((before) => ({ base: valuesOf(newer), values: rebase(before.base, before.values, valuesOf(newer)), restored: null }))
    saving.reset()
  }
  return {
    values,
    ...setters,
    customerId: file?.customerId,
    /** What customers that stand in own fields are called. */
    names: file?.customNames,
    leave,
    doubts,
    withheld: new Set(file?.withheld),
    isDirty,
    isSaved,
    restored,
    heard,
    restart: () => setState({ base: start, values: start, restored: null }),
    takeNewer,
    failure: saving.failure,
    /** What the server would not take, by field; doubts stand beside their fields anyhow. */
    problems: { ...refusals, ...Object.fromEntries(Object.entries(saving.problems).filter(([field]) => !doubts.has(field))) },
    /** Doubts that have neither been mended nor given a reason since saving was refused over them. */
    openDoubts: Object.keys(saving.problems).filter((field) => doubts.has(field) && !values.reasons[field]),
    isPending: saving.isPending,
    /** Files that the customer may have already. */
    likely,
    sayOther,
    isAsked,
    save: () => {
      leaveAll()
      // A new file of somebody who may have one is asked about once; pressed again, it is saved.
      if (file === undefined && mustAsk()) return
      saving.save(values, version, others)
    },
  }
}

/** What the fields of the form set: what was said of a value is forgotten as it changes. */
function settersOf(forget: (fields: readonly string[]) => void, turn: (change: (values: Values) => Values) => void) {
  return {
    set: (change: Partial<Values>) => {
      forget(Object.keys(change))
      turn((values) => withChange(values, change))
    },
    setOwn: (key: string, value: CustomValue) => {
      forget([`custom.${key}`])
      turn((values) => withOwn(values, key, value))
    },
    setPoint: (key: string, change: Partial<PointValues>) => {
      const touchesValue = 'value' in change || 'kind' in change || 'postalCode' in change
      if (touchesValue) forget([pointField(key)])
      turn((values) => withPoint(values, key, change, touchesValue))
    },
  }
}

const withChange = (values: Values, change: Partial<Values>): Values => ({
  ...values,
  ...change,
  reasons: withoutReasons(values, Object.keys(change), change.reasons),
})

const withOwn = (values: Values, key: string, value: CustomValue): Values => ({
  ...values,
  custom: { ...values.custom, [key]: value },
  reasons: withoutReasons(values, [`custom.${key}`]),
})

function withPoint(values: Values, key: string, change: Partial<PointValues>, touchesValue: boolean): Values {
  const points = values.points.map((point) => (point.key === key ? { ...point, ...change } : point))
  return { ...values, points, reasons: touchesValue ? withoutReasons(values, [pointField(key)]) : values.reasons }
}

function withoutReasons({ reasons }: Values, changed: readonly string[], given: Record<string, string> = reasons) {
  return Object.fromEntries(Object.entries(given).filter(([field]) => !changed.includes(field)))
}

/** Sends the form; what the server finds wrong is told by field of the form, until that field is changed. */
function useSaving(file: CustomerFile | undefined, heard: Heard, onSaved: (saved: CustomerFile) => void) {
  const client = useQueryClient()
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const done = (saved: CustomerFile) => {
    client.setQueryData(query(customerRoutes.show, { params: { customerId: saved.customerId } }).queryKey, saved)
    onSaved(saved)
  }
  const create = useWrite(customerRoutes.create, { onSuccess: done })
  const change = useWrite(customerRoutes.change, { onSuccess: done })
  const { isPending, error, reset } = file ? change : create
  const save = (values: Values, version: number | null, notDuplicateOf: string[]) => {
    const { body: said, keys } = bodyOf(values)
    const source = heard.source()
    const body = { ...said, notDuplicateOf, ...(source && { source }) }
    const onError = (failure: ApiFailure) =>
      setWrong(Object.fromEntries(failure.problems.map((one) => [fieldOf(one.field, keys), one.message])))
    setWrong({})
    if (file) change.mutate({ params: { customerId: file.customerId }, body: { ...body, version: version ?? file.version } }, { onError })
    else create.mutate({ body }, { onError })
  }
  const forget = (fields: readonly string[]) => {
    if (fields.some((field) => field in wrong))
      setWrong(Object.fromEntries(Object.entries(wrong).filter(([field]) => !fields.includes(field))))
  }
  return { save, forget, reset, isPending, failure: error, problems: wrong }
}

export type CustomerForm = ReturnType<typeof useCustomerForm>

/** The form that the fields within belong to. */
export const CustomerFormContext = createContext<CustomerForm | null>(null)

/** The form around this field. */
export function useForm(): CustomerForm {
  const form = use(CustomerFormContext)
  if (!form) throw new Error('A field of the customer form stands outside it')
  return form
}
