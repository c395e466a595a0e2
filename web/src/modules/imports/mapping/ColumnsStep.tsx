import type { ReactNode } from 'react'
import type { Role } from '../import.types.ts'
import { useMappingWords } from './messages.ts'
import { RoleField } from './RoleField.tsx'
import { rolesOf } from './roles.ts'
import type { MappingPartProps } from './SourceStep.tsx'
import { Step } from './Step.tsx'

/** Which column tells which fact: the needed ones first, the suggestion filled in. */
export function ColumnsStep(props: MappingPartProps) {
  const words = useMappingWords()
  const { kind } = props.mapping
  const { needed, who, when } = rolesOf[kind]
  const fields = (roles: readonly Role[]) => roles.map((role) => <RoleField key={role} {...props} role={role} />)
  return (
    <Step number={2} title={words.steps.columns}>
      <div className="flex flex-col gap-5">
        <Group title={words.groups.needed}>{fields(needed)}</Group>
        <Group title={words.groups.who}>{fields(who)}</Group>
        <Group title={kind === 'event-log' ? `${words.groups.when} (${words.whenHint})` : words.groups.when}>{fields(when)}</Group>
      </div>
    </Step>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-small font-semibold text-muted">{title}</legend>
      <div className="grid items-start gap-x-5 gap-y-4 md:grid-cols-2 xl:grid-cols-3">{children}</div>
    </fieldset>
  )
}
