import {
  addDays,
  amsterdamInstant,
  isMidnight,
  isoDate,
  isoTime,
  lastDayBefore,
  wallTimeExists,
} from '@/lib/platform/time'
import { hasEnded } from './rules'
import type { ScheduleField, ScheduleFieldReason, ScheduleInput, SessionTimes } from './schema'

type FieldErrors = Partial<Record<ScheduleField, ScheduleFieldReason>>
type ParsedTimes = { ok: true; times: SessionTimes } | { ok: false; errors: FieldErrors }

const midnight = { hour: 0, minute: 0 }

/** Returns the session times that the schedule form describes, or the reason of refusal of each invalid field. */
export function parseTimes(input: ScheduleInput): ParsedTimes {
  const { date, openingDate, openingTime, closingDate, closingTime } = input
  if (openingTime && !openingDate) return { ok: false, errors: { openingDate: 'not-a-date' } }
  const wallTimes = {
    startTime: { ...date, ...input.startTime },
    endTime: { ...date, ...input.endTime },
    deadlineTime: { ...input.deadlineDate, ...input.deadlineTime },
    ...(openingDate && { openingTime: { ...openingDate, ...(openingTime ?? midnight) } }),
    closingTime: { ...closingDate, ...(closingTime ?? midnight) },
  }
  const impossible = Object.entries(wallTimes).filter(([, wall]) => !wallTimeExists(wall))
  if (impossible.length > 0) {
    return { ok: false, errors: Object.fromEntries(impossible.map(([field]) => [field, 'skipped'])) }
  }

  const closes = amsterdamInstant(wallTimes.closingTime)
  const times = {
    startsAt: amsterdamInstant(wallTimes.startTime),
    endsAt: amsterdamInstant(wallTimes.endTime),
    questionDeadlineAt: amsterdamInstant(wallTimes.deadlineTime),
    registrationOpensAt: wallTimes.openingTime ? amsterdamInstant(wallTimes.openingTime) : null,
    registrationClosesAt: closingTime ? closes : addDays(closes, 1),
  }
  const { registrationOpensAt: opens } = times
  const errors: FieldErrors = {
    ...(opens && opens >= times.questionDeadlineAt && { openingDate: 'opening-after-deadline' }),
    ...(times.startsAt >= times.endsAt && { endTime: 'end-before-start' }),
    ...(times.questionDeadlineAt > times.registrationClosesAt && { deadlineDate: 'deadline-after-closing' }),
    ...(times.registrationClosesAt > times.startsAt && { closingDate: 'closing-after-start' }),
    // "Until the 31st, 0.00" is ambiguous: the start of that day or its end.
    ...(closingTime && isMidnight(closes) && { closingTime: 'midnight' }),
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, times }
}

/** Parses the schedule form of a new session. Also refuses a session that is over at `now`: it cannot be published. */
export function parseNewSessionTimes(input: ScheduleInput, now: Date): ParsedTimes {
  const parsed = parseTimes(input)
  if (!hasEnded({ endsAt: amsterdamInstant({ ...input.date, ...input.endTime }) }, now)) return parsed
  // Omits `closing-after-start` for a date in the past, because another date may correct it too.
  const { closingDate, ...errors } = parsed.ok ? {} : parsed.errors
  const keptErrors = closingDate === 'closing-after-start' ? errors : { ...errors, ...(closingDate && { closingDate }) }
  return { ok: false, errors: { ...keptErrors, date: 'in-the-past' } }
}

/** Returns the values of the schedule form that show these session times. `parseTimes` turns them into times again. */
export function timesToFormValues(times: SessionTimes) {
  const { startsAt, endsAt, questionDeadlineAt, registrationOpensAt: opens, registrationClosesAt } = times
  const closesAtMidnight = isMidnight(registrationClosesAt)
  return {
    date: isoDate(startsAt),
    startTime: isoTime(startsAt),
    endTime: isoTime(endsAt),
    deadlineDate: isoDate(questionDeadlineAt),
    deadlineTime: isoTime(questionDeadlineAt),
    openingDate: opens ? isoDate(opens) : '',
    openingTime: opens && !isMidnight(opens) ? isoTime(opens) : '',
    closingDate: isoDate(closesAtMidnight ? lastDayBefore(registrationClosesAt) : registrationClosesAt),
    closingTime: closesAtMidnight ? '' : isoTime(registrationClosesAt),
  } satisfies Record<ScheduleField, string>
}
