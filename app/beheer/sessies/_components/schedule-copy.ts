import { fieldErrors } from '@/components/form/field-errors'
import { registrationClosingInWords, registrationOpeningInWords } from '@/components/session/session-copy'
import { dateAndTime, longDate, timeRange } from '@/lib/platform/time'
import type { RescheduleRefusal, ScheduleField, ScheduleFieldReason, SessionTimes } from '@/lib/sessions/schema'
import { offeredSentence } from './capacity-copy'
import { peopleCount } from './recipient-copy'

type ScheduleRow = { key: 'session' | 'deadline' | 'closing'; term: string; text: string }

/** The schedule of a session in words, in the order of the admin area. */
export const scheduleRows = (times: SessionTimes): ScheduleRow[] => [
  {
    key: 'session',
    term: 'Datum en tijd',
    text: `${longDate(times.startsAt)}, ${timeRange(times.startsAt, times.endsAt)}`,
  },
  { key: 'deadline', term: 'Vragentermijn', text: `vóór ${dateAndTime(times.questionDeadlineAt)}` },
  {
    key: 'closing',
    term: 'Aanmelden',
    text: [registrationOpeningInWords(times), registrationClosingInWords(times)].filter(Boolean).join(', '),
  },
]

/** The current schedule, for an organiser who edited an older one. */
export function currentScheduleSentence(times: SessionTimes): string {
  const [session, ...terms] = scheduleRows(times)
  return [`Nu staat er: ${session?.text}`, ...terms.map(({ term, text }) => `${term}: ${text}`)].join('. ').concat('.')
}

/** Number of seat offers that another closing of registration makes, ends, or ends sooner than announced. */
export type OfferImpact = { offered: number; ended: number; shortened: number }

/** What another closing of registration does to the waitlist; empty without an effect. */
export function offerImpactSentences({ offered, ended, shortened }: OfferImpact, after: SessionTimes): string[] {
  return [
    ...(offered > 0 ? [offeredSentence(offered)] : []),
    ...(ended > 0
      ? [
          `${peopleCount(ended)} ${ended === 1 ? 'raakt' : 'raken'} een aangeboden plek meteen kwijt, met een mail, en ${ended === 1 ? 'staat' : 'staan'} dan niet meer op de wachtlijst.`,
        ]
      : []),
    ...(shortened > 0
      ? [
          `Een aangeboden plek nemen kan dan ${registrationClosingInWords(after)}. Voor ${peopleCount(shortened)} is dat eerder dan in de mail staat. Daar gaat geen mail over uit.`,
        ]
      : []),
  ]
}

const chooseDay = 'Kies een dag, bijvoorbeeld 8-11-2027'
const enterTime = 'Vul een tijd in, bijvoorbeeld 15:00'
const skipped =
  'Deze tijd bestaat niet: de klok gaat die nacht een uur vooruit. Kies een tijd voor 02:00 of vanaf 03:00'

const messages: Record<ScheduleField | 'who', Partial<Record<ScheduleFieldReason, string>>> = {
  who: { missing: 'Kies wie een mail krijgt' },
  date: {
    'not-a-date': `${chooseDay}, als dag van de kennissessie`,
    'in-the-past': 'Deze dag is geweest. Kies een dag die nog komt',
  },
  startTime: { 'not-a-time': `${enterTime}, als begin van de kennissessie`, skipped },
  endTime: {
    'not-a-time': `${enterTime}, als einde van de kennissessie`,
    skipped,
    'end-before-start': 'Kies een eindtijd die na de begintijd ligt',
  },
  deadlineDate: {
    'not-a-date': `${chooseDay}, als dag van de vragentermijn`,
    'deadline-after-closing': 'Kies een vragentermijn die niet later is dan het einde van het aanmelden',
  },
  deadlineTime: { 'not-a-time': `${enterTime}, als tijd van de vragentermijn`, skipped },
  openingDate: {
    'not-a-date': `${chooseDay}, als eerste dag om je aan te melden, of laat dag en tijd leeg`,
    'opening-after-deadline': 'Laat het aanmelden opengaan vóór de vragentermijn. Anders komt niemand op tijd',
  },
  openingTime: { 'not-a-time': `${enterTime}, of laat de tijd leeg`, skipped },
  closingDate: {
    'not-a-date': `${chooseDay}, als laatste dag om je aan te melden`,
    'closing-after-start':
      'Laat het aanmelden sluiten voordat de kennissessie begint: kies een eerdere dag, of vul een tijd in',
  },
  closingTime: {
    'not-a-time': `${enterTime}, of laat de tijd leeg`,
    skipped,
    midnight: 'Laat de tijd leeg als aanmelden de hele dag kan. Bedoel je de nacht ervoor? Kies dan de dag ervoor',
  },
}

/** The message for each refused field, in the order of the form. */
export const scheduleErrors = (reasons: Partial<Record<string, ScheduleFieldReason>>) => fieldErrors(messages, reasons)

export const rescheduleRefusals: Record<RescheduleRefusal, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: 'Er is niets veranderd en niets gemaild.' },
  'session-archived': { title: 'Deze kennissessie ligt in het archief.', text: 'Haal hem eerst terug.' },
  'times-out-of-order': { title: 'De momenten volgen elkaar niet op.', text: 'Er is niets veranderd. Kijk ze na.' },
  'nothing-changed': { title: 'Er verandert niets.', text: 'Dit zijn de momenten die er al waren.' },
  'changed-meanwhile': {
    title: 'Een collega heeft net iets anders gekozen.',
    text: 'Wat jij invulde, is niet bewaard en staat hieronder nog. Kijk of het nog klopt, en kijk dan opnieuw wat er verandert.',
  },
  'recipients-changed': {
    title: 'Het aantal aanmeldingen is net veranderd.',
    text: 'Er is nog niets verplaatst en niets gemaild. Kijk hieronder hoeveel mensen nu een mail krijgen.',
  },
}
