import { contactWishLabels } from '@/components/form/registration-words'
import { wayInWords } from '@/components/organiser/clarification-words'
import { changeInWords, type PartChange } from '@/components/organiser/history-words'
import { stateLabels } from '@/components/organiser/question-words'
import { deedInWords } from '@/components/organiser/trail-words'
import { dateAndTime } from '@/lib/platform/time'
import type { TriageState } from '@/lib/questions/schema'

export type KeptRecord = {
  name: string
  email: string
  place: string
  role: string
  contactWish: keyof typeof contactWishLabels
  phone: string | null
  needs: string | null
  questionInTime: boolean
  createdAt: Date
  cancelledAt: Date | null
  waitingSince: Date | null
  offerExpiresAt: Date | null
  tookPartAt: Date | null
  handedOver: boolean
  session: { title: string; startsAt: Date }
  answers: KeptAnswer[]
  notes: string[]
  questionNotes: string[]
  changes: (PartChange & { at: Date })[]
  addressRequests: { email: string; oldEmail: string; requestedAt: Date; expiresAt: Date; confirmedAt: Date | null }[]
  messages: {
    createdAt: Date
    sentAt: Date | null
    toAddress: string | null
    subject: string | null
    text: string | null
  }[]
  trail: { at: Date; action: string }[]
}

type KeptAnswer = {
  question: string
  text: string
  textInTime: string | null
  triage: {
    state: TriageState
    theme: { name: string } | null
    clarification: string
    outcomeText: string
    textBefore: string | null
  } | null
  requests: { way: keyof typeof wayInWords; askedAt: Date }[]
}

type Item = { term: string; detail: string }
export type RecordPart = { heading: string; items: Item[] }

/** Everything of a sign-up by parts, in words: the page shows it so, and the file holds the same. */
export function recordParts(record: KeptRecord): RecordPart[] {
  return [
    { heading: 'Wat is ingevuld', items: filledIn(record) },
    { heading: 'Hoe de aanmelding verliep', items: course(record) },
    { heading: 'Wat er met de vraag gebeurt', items: record.answers.flatMap(treatment) },
    {
      heading: 'Veranderd',
      items: numbered(record.changes, (change) => `${dateAndTime(change.at)}: ${changeInWords(change)}`),
    },
    { heading: 'Andere e-mailadressen die zijn gevraagd', items: numbered(record.addressRequests, askedInWords) },
    {
      heading: 'Notities van organisatoren',
      items: numbered([...record.notes, ...record.questionNotes], (text) => text),
    },
    {
      heading: 'Mails',
      items: numbered(record.messages, ({ createdAt, sentAt, toAddress, subject, text }) =>
        [
          `${dateAndTime(sentAt ?? createdAt)}${toAddress ? `, aan ${toAddress}` : ''}${sentAt ? '' : ' (niet verstuurd)'}`,
          subject ?? '',
          withoutLink(text ?? ''),
        ]
          .filter(Boolean)
          .join('\n'),
      ),
    },
    {
      heading: 'Logboek',
      items: numbered(record.trail, ({ at, action }) => `${dateAndTime(at)}: ${deedInWords(action)}`),
    },
  ]
}

/** A kept mail has a mark in the place of a link of its reader's own. */
const withoutLink = (text: string) => text.replace(/https:\/\/persoonlijke-link\.invalid\S*/g, '[persoonlijke link]')

const numbered = <Entry>(all: Entry[], text: (entry: Entry) => string): Item[] =>
  all.map((entry, index) => ({ term: String(index + 1), detail: text(entry) }))

function filledIn({ name, email, place, role, answers, contactWish, phone, needs }: KeptRecord): Item[] {
  return [
    { term: 'Naam', detail: name },
    { term: 'E-mailadres', detail: email },
    { term: 'Gemeente of organisatie', detail: place },
    { term: 'Functie', detail: role },
    ...answers.flatMap(({ question, text, textInTime }) => [
      { term: question, detail: text },
      ...(textInTime ? [{ term: `${question} (op tijd)`, detail: textInTime }] : []),
    ]),
    { term: 'Contact over de vraag', detail: [contactWishLabels[contactWish], phone].filter(Boolean).join(', ') },
    { term: 'Nodig om goed mee te doen', detail: needs ?? 'Niets (meer) bewaard' },
  ]
}

/** What organisers did with an answer; nothing for one that nobody has touched. */
function treatment({ question, triage, requests }: KeptAnswer): Item[] {
  const said = (what: string, detail: string | null | undefined) =>
    detail ? [{ term: `${question} (${what})`, detail }] : []
  return [
    ...said('stand', triage && stateLabels[triage.state]),
    ...said('thema', triage?.theme?.name),
    ...said('wat er stond toen dat werd besloten', triage?.textBefore),
    ...requests.flatMap(({ way, askedAt }) =>
      said('toelichting gevraagd', `${wayInWords[way]}, ${dateAndTime(askedAt)}`),
    ),
    ...said('toelichting', triage?.clarification),
    ...said('wat ermee is gedaan', triage?.outcomeText),
  ]
}

function askedInWords({ email, oldEmail, requestedAt, expiresAt, confirmedAt }: KeptRecord['addressRequests'][number]) {
  const became = confirmedAt
    ? `bevestigd op ${dateAndTime(confirmedAt)}`
    : `te bevestigen tot ${dateAndTime(expiresAt)}`
  return `${dateAndTime(requestedAt)}: ${email} in plaats van ${oldEmail}, ${became}`
}

function course(record: KeptRecord): Item[] {
  const { createdAt, waitingSince, offerExpiresAt, cancelledAt, tookPartAt, handedOver, questionInTime } = record
  const moment = (term: string, at: Date | null) => (at ? [{ term, detail: dateAndTime(at) }] : [])
  return [
    ...moment('Aangemeld op', createdAt),
    ...moment('Op de wachtlijst sinds', waitingSince),
    ...moment('Plek aangeboden tot', offerExpiresAt),
    ...moment('Afgemeld op', cancelledAt),
    ...(handedOver ? [{ term: 'Doorgegeven aan een collega', detail: 'ja' }] : []),
    ...moment('Deed mee op', tookPartAt),
    { term: 'Vraag op tijd', detail: questionInTime ? 'ja' : 'nee' },
  ]
}

/** The same as an object for a file: what stands above a part is its name. */
export function recordFile(records: KeptRecord[]) {
  return records.map((record) => ({
    Kennissessie: record.session.title,
    Datum: dateAndTime(record.session.startsAt),
    ...Object.fromEntries(
      recordParts(record).map(({ heading, items }) => [heading, items.map(({ term, detail }) => ({ [term]: detail }))]),
    ),
  }))
}
