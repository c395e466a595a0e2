import { contract } from '@parvandeh/contract'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import { allRules, exceptionsIn, leavesIn } from './calendars.queries.ts'
import type { CalendarOwner, OwnedException, OwnedRule } from './calendars.queries.ts'
import { addException, addLeave, removeException, removeLeave, setRules } from './change-calendars.ts'
import type { CalendarRule } from './clock.types.ts'

export function calendarRoutes(): ServedRoute[] {
  return serve(contract.calendars, {
    show: async (context) => ({ calendars: byOwner(await allRules(context)) }),
    setRules: async (context, { body: { rules, ...owner } }) => {
      await setRules(context, owner, rules)
      return { ...owner, rules }
    },
    listExceptions: async (context, { query }) => ({ exceptions: (await exceptionsIn(context, query)).map(exceptionView) }),
    addException: async (context, { body }) => exceptionView(await addException(context, body)),
    removeException: (context, { params }) => removeException(context, params.exceptionId),
    listLeaves: async (context, { query }) => ({
      leaves: (await leavesIn(context, new Date(query.from), new Date(query.to))).map(leaveView),
    }),
    addLeave: async (context, { body }) => leaveView(await addLeave(context, body)),
    removeLeave: (context, { params }) => removeLeave(context, params.leaveId),
  })
}

function byOwner(rules: OwnedRule[]) {
  const groups = Map.groupBy(rules, (rule) => `${rule.ownerKind} ${rule.ownerId}`)
  return [...groups.values()].map((group) => {
    const { ownerKind, ownerId } = group[0] as CalendarOwner
    return { ownerKind, ownerId, rules: group.map(ruleView) }
  })
}

const ruleView = ({ validFrom, validTo, week }: CalendarRule) => ({
  validFrom,
  validTo: validTo ?? null,
  week: week.map((day) => [...day]),
})

const exceptionView = (one: OwnedException) => ({ ...one, intervals: one.intervals ? [...one.intervals] : null })

const leaveView = ({ from, to, ...leave }: { id: string; personId: string; from: Date; to: Date; note: string }) => ({
  ...leave,
  from: from.toISOString(),
  to: to.toISOString(),
})
