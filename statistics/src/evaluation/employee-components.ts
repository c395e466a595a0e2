import { linkedComponents } from './connectivity.ts'
import type { OpinionModel } from './fit-opinion-model.ts'

/** Components of the employees, from 0: linked by a common customer, or by a group factor that the protocol lets link. */
export function employeeComponents({ prepared, config }: OpinionModel): Int32Array {
  const { rows, employees, exposure } = prepared
  const members = new Map<string, number[]>()
  rows.forEach((row, at) => {
    const exposed = exposure.index.subarray(exposure.ptr[at], exposure.ptr[at + 1])
    const links = [`customer:${row.customer}`, ...config.linkingGroups.map((name) => `group:${name}:${row.groups?.[name] ?? ''}`)]
    for (const link of links) {
      const known = members.get(link)
      if (known) known.push(...exposed)
      else members.set(link, [...exposed])
    }
  })
  return linkedComponents(employees.length, members.values())
}
