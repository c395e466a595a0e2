import type { calendarRoutes, ResponseOf } from '@parvandeh/contract'

export type OwnedCalendar = ResponseOf<typeof calendarRoutes.show>['calendars'][number]
export type Rule = OwnedCalendar['rules'][number]
export type Week = Rule['week']
export type Spell = Week[number][number]
export type Exception = ResponseOf<typeof calendarRoutes.listExceptions>['exceptions'][number]
export type Leave = ResponseOf<typeof calendarRoutes.listLeaves>['leaves'][number]
/** Whose calendar. */
export type Owner = Pick<OwnedCalendar, 'ownerKind' | 'ownerId'>
