import { registrationClosingInWords, registrationOpeningInWords } from '@/components/session/session-copy'
import { dateAndTime, longDate, timeRange } from '@/lib/platform/time'
import type { RescheduleRefusal, ScheduleField, ScheduleFieldReason, SessionTimes } from '@/lib/sessions/schema'
import { offeredSentence } from './capacity-copy'
import { peopleCount } from './recipient-copy'
import { sessionRefusals } from './refusal-copy'

/** Returns the schedule in words: session, question deadline and registration. The last two have a `deadline`. */
export const scheduleRows = (times: SessionTimes): { term: string; text: string; deadline?: Date }[] => [
  { term: 'Datum en tijd', text: `${longDate(times.startsAt)}, ${timeRange(times.startsAt, times.endsAt)}` },
  { term: 'Vragentermijn', text: `vóór ${dateAndTime(times.questionDeadlineAt)}`, deadline: times.questionDeadlineAt },
  {
    term: 'Aanmelden',
    text: [registrationOpeningInWords(times), registrationClosingInWords(times)].filter(Boolean).join(', '),
    deadline: times.registrationClosesAt,
  },
]

/**
 * Effects of new session times on seat offers: the number newly made, ended at once, and ended sooner than the offer
 * mail says.
 */
export type OfferImpact = { offered: number; ended: number; shortened: number }

/** Returns a sentence for each effect of the new session times `after` on seat offers; empty without effects. */
export function offerImpactSentences({ offered, ended, shortened }: OfferImpact, after: SessionTimes): string[] {
  const sentences = offered > 0 ? [offeredSentence(offered)] : []
  if (ended > 0) {
    const [lose, stand] = ended === 1 ? ['raakt', 'staat'] : ['raken', 'staan']
    sentences.push(
      `${peopleCount(ended)} ${lose} een aangeboden plek meteen kwijt, met een mail, en ${stand} dan niet meer op de wachtlijst.`,
    )
  }
  if (shortened > 0) {
    sentences.push(
      `Een aangeboden plek nemen kan dan ${registrationClosingInWords(after)}. Voor ${peopleCount(shortened)} is dat eerder dan in de mail staat. Daar gaat geen mail over uit.`,
    )
  }
  return sentences
}

const chooseDay = 'Kies een dag, bijvoorbeeld 8-11-2027'
const enterTime = 'Vul een tijd in, bijvoorbeeld 15:00'
const skipped =
  'Deze tijd bestaat niet: de klok gaat die nacht een uur vooruit. Kies een tijd voor 02:00 of vanaf 03:00'

/**
 * Maps each schedule field and reason to refuse it to an error message. The error summary lists the fields in this
 * order.
 */
export const scheduleMessages: Record<ScheduleField | 'notify', Partial<Record<ScheduleFieldReason, string>>> = {
  notify: { missing: 'Kies wie een mail krijgt' },
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

const rescheduleRefusals: Record<RescheduleRefusal, { title: string; text: string }> = {
  ...sessionRefusals,
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

/** Returns the message for a refusal. For `changed-meanwhile` it includes the current schedule. */
export function rescheduleRefusal(reason: RescheduleRefusal, current: SessionTimes): { title: string; text: string } {
  const { title, text } = rescheduleRefusals[reason]
  if (reason !== 'changed-meanwhile') return { title, text }
  const [session, ...terms] = scheduleRows(current)
  const rows = [`Nu staat er: ${session?.text}`, ...terms.map((row) => `${row.term}: ${row.text}`)]
  return { title, text: `${text} ${rows.join('. ')}.` }
}
