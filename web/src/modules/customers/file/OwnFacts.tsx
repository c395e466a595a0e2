import { OwnValue } from '../../../own-fields/OwnValue.tsx'
import { useLabelOf, useOwnFields } from '../../../own-fields/use-own-fields.ts'
import { Facts } from '../../../ui/Card.tsx'
import { OriginMark } from '../evidence/OriginMark.tsx'
import { DoubtSign, Group } from './fact-parts.tsx'
import type { CustomerFile } from './fixed-facts.ts'

/** What is known of the organisation's own fields, in their groups. */
export function OwnFacts({ file }: { file: CustomerFile }) {
  const labelOf = useLabelOf()
  const { groups } = useOwnFields(file.kind)
  const { custom = {}, customNames } = file
  return groups
    .map((group) => ({ ...group, fields: group.fields.filter(({ key }) => custom[key] !== undefined) }))
    .filter(({ fields }) => fields.length > 0)
    .map(({ id, label, fields }) => (
      <Group key={id} title={labelOf(label)}>
        <Facts
          columns={2}
          facts={fields.map((field) => ({
            term: labelOf(field.label),
            value: (
              <span className="inline-flex max-w-full items-center gap-1.5">
                <OwnValue field={field} value={custom[field.key]} names={customNames} customerId={file.customerId} />
                <OriginMark field={`x.${field.key}`} name={labelOf(field.label)} mayEdit={file.can.edit} version={file.version} />
                <DoubtSign file={file} field={`custom.${field.key}`} />
              </span>
            ),
          }))}
        />
      </Group>
    ))
}
