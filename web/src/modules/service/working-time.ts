import { useFormat } from '../../persian/format.ts'
import { useServiceWords } from './messages.ts'

/**
 * Seconds of working time in words: «۲ ساعت و ۱۰ دقیقهٔ کاری». Never in days, since a working day is shorter than a day
 * and differs between units.
 */
export function useWorkingTime(): (seconds: number) => string {
  const words = useServiceWords()
  const { number } = useFormat()
  return (seconds) => {
    const { hours, minutes } = hoursAndMinutes(seconds)
    if (hours === 0) return words.workingMinutes(number(minutes))
    return minutes === 0 ? words.workingHoursOnly(number(hours)) : words.workingHours(number(hours), number(minutes))
  }
}

/** Whole hours and minutes of a span, rounded to the minute. */
export function hoursAndMinutes(seconds: number): { hours: number; minutes: number } {
  const whole = Math.round(Math.max(0, seconds) / 60)
  return { hours: Math.floor(whole / 60), minutes: whole % 60 }
}
