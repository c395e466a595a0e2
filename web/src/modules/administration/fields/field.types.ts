import type { CallOf, CustomField, customFieldRoutes, FieldGroup, ResponseOf } from '@parvandeh/contract'

export type OwnFields = ResponseOf<typeof customFieldRoutes.list>
export type Removed = OwnFields['removed'][number]
/** A definition while it is being typed. */
export type Definition = NonNullable<CallOf<typeof customFieldRoutes.add>['body']>
/** What is opened: a field, or a place for a new one. */
export type Edited = { field: CustomField } | { groupId: string }
export type EditedGroup = FieldGroup | 'new'
