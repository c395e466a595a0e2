import type { CompiledCalendar } from '../../modules/identity/index.ts'
import { addWorkingSeconds } from '../../modules/identity/index.ts'
import type { Truths } from '../truths.ts'
import { employees } from './company.ts'
import type { Employee, PersonKey, UnitKey } from './company.ts'
import type { Chance } from './chance.ts'

/** What every story stands in. */
export interface World {
  seed: number
  now: Date
  /** When the history begins. */
  start: Date
  calendar: CompiledCalendar
  truths: Truths
}

const byKey = new Map<PersonKey, Employee>(employees.map((one) => [one.key, one]))

export const employeeOf = (key: PersonKey): Employee => byKey.get(key)!

/** Somebody of the unit who was there by then. */
export function someoneOf(world: World, unit: UnitKey, at: Date, chance: Chance, timesOf: (key: PersonKey) => number = () => 1): PersonKey {
  return chance.weighted(thereAt(world, unit, at), (key) => employeeOf(key).load * timesOf(key))
}

function thereAt({ start, now }: World, unit: UnitKey, at: Date): PersonKey[] {
  const passed = (+at - +start) / (+now - +start)
  return employees.filter((one: Employee) => one.unit === unit && (one.from ?? 0) <= passed).map(({ key }) => key)
}

/** The moment by which so many minutes were worked; at night and on holidays nobody works. */
export function afterWork({ calendar }: World, from: Date, minutes: number): Date {
  return addWorkingSeconds(calendar, from, Math.max(Math.round(minutes * 60), 1)) ?? from
}
