import { priorities } from '@parvandeh/contract'
import { useDirectory } from '../../../api/directory.ts'
import { useMay } from '../../../api/session.ts'
import { Cut } from '../../../ui/Bidi.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { useCatalogue } from '../catalogue.ts'
import { useServiceWords } from '../messages.ts'
import { PriorityMark } from '../PriorityMark.tsx'
import type { Priority, RequestRow } from '../request.types.ts'
import type { RequestEdits } from './use-request-edits.ts'

/** Whether a row may be changed at all; the server has the last word. */
function useIsOpen(): (row: RequestRow) => boolean {
  const may = useMay()('service.write')
  return ({ status }) => may && status !== 'merged' && status !== 'closed'
}

/** How pressing it is and in whose hands, changed where it stands; and in which unit. */
export function useHandColumns(edits: RequestEdits): Record<'priority' | 'holder' | 'unit', Column<RequestRow>> {
  const words = useServiceWords()
  const { personName, unitName, activePeople } = useDirectory()
  const isOpen = useIsOpen()
  const holderSaid = ({ holderId }: RequestRow) => (holderId === null ? words.nobody : (personName(holderId) ?? ''))
  return {
    priority: {
      key: 'priority',
      header: words.priority,
      width: 96,
      sort: { ascending: 'priority', descending: 'priority' },
      text: ({ priority }) => words.priorities[priority],
      group: ({ priority }) => ({ key: priority, name: words.priorities[priority] }),
      cell: ({ priority }) => <PriorityMark priority={priority} />,
      edit: {
        options: priorities.toReversed().map((id) => ({ id, label: words.priorities[id] })),
        value: ({ priority }) => priority,
        may: isOpen,
        onChange: (row, priority) => edits.change(row, { priority: (priority ?? row.priority) as Priority }),
      },
    },
    holder: {
      key: 'holder',
      header: words.holder,
      phone: 'hidden',
      width: 120,
      text: holderSaid,
      group: (row) => ({ key: row.holderId ?? '', name: holderSaid(row) }),
      cell: (row) => <Cut className={row.holderId === null ? 'text-faint' : undefined}>{holderSaid(row)}</Cut>,
      edit: {
        options: activePeople.map(({ id, name }) => ({ id, label: name })),
        value: ({ holderId }) => holderId,
        may: (row) => isOpen(row) && row.status !== 'resolved',
        onChange: (row, personId) => personId !== null && edits.assign(row, personId),
      },
    },
    unit: {
      key: 'unit',
      header: words.unit,
      optional: true,
      phone: 'hidden',
      width: 128,
      text: ({ unitId }) => unitName(unitId) ?? words.noUnit,
      group: ({ unitId }) => ({ key: unitId ?? '', name: unitName(unitId) ?? words.noUnit }),
      cell: ({ unitId }) => <Cut className="text-muted">{unitName(unitId)}</Cut>,
    },
  }
}

/** What it is about; offered among the columns, changed where it stands. */
export function useAboutColumns(edits: RequestEdits): readonly Column<RequestRow>[] {
  const words = useServiceWords()
  const { topicName, productName, topicOptions, productOptions } = useCatalogue()
  const isOpen = useIsOpen()
  return [
    {
      key: 'topic',
      header: words.topic,
      optional: true,
      phone: 'hidden',
      text: ({ topicId }) => topicName(topicId),
      group: ({ topicId }) => ({ key: topicId ?? '', name: topicName(topicId) ?? words.noTopic }),
      cell: ({ topicId }) => <Cut>{topicName(topicId)}</Cut>,
      edit: {
        options: topicOptions,
        value: ({ topicId }) => topicId,
        may: isOpen,
        none: words.noTopic,
        onChange: (row, topicId) => edits.change(row, { topicId }),
      },
    },
    {
      key: 'product',
      header: words.product,
      optional: true,
      phone: 'hidden',
      text: ({ productId }) => productName(productId),
      group: ({ productId }) => ({ key: productId ?? '', name: productName(productId) ?? words.noProduct }),
      cell: ({ productId }) => <Cut>{productName(productId)}</Cut>,
      edit: {
        options: productOptions,
        value: ({ productId }) => productId,
        may: isOpen,
        none: words.noProduct,
        onChange: (row, productId) => edits.change(row, { productId }),
      },
    },
  ]
}
