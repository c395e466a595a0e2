/**
 * No time limit is set on requests yet. Until there is one, a request is called slow when it has had no answer for
 * this many hours of work, on the calendar of its unit.
 */
export const slowAfterWorkingHours = 8
