import { localDay, toJalali } from '@parvandeh/contract/persian'

/**
 * The number that people say to each other: two digits of the Jalali year of registration, then a running number of
 * at least six. 1405 and 123 make `05000123`. Unique while the running number is, since the year is always two digits.
 */
export function requestNumber(running: number, registeredAt: Date, zone: string): string {
  const year = toJalali(localDay(registeredAt, zone)).jy % 100
  return `${String(year).padStart(2, '0')}${String(running).padStart(6, '0')}`
}
