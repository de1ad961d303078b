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
    id: string
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
/** `lead`: when it went out and what it was about; `text`: to whom, and what it said. */
export type KeptMail = { id: string; lead: string; text: string }
export type RecordPart = { heading: string } & ({ facts: Item[] } | { texts: string[] } | { mails: KeptMail[] })

/** Everything of a sign-up by parts, in words: the page shows it so, and the file holds the same. */
export function recordParts(record: KeptRecord): RecordPart[] {
  return [
    { heading: 'Wat is ingevuld', facts: filledIn(record) },
    { heading: 'Hoe de aanmelding verliep', facts: course(record) },
    { heading: 'Wat er met de vraag gebeurt', facts: record.answers.flatMap(treatment) },
    {
      heading: 'Veranderd',
      texts: record.changes.map((change) => `${dateAndTime(change.at)}: ${changeInWords(change)}`),
    },
    { heading: 'Andere e-mailadressen die zijn gevraagd', texts: record.addressRequests.map(askedInWords) },
    { heading: 'Notities van organisatoren', texts: [...record.notes, ...record.questionNotes] },
    { heading: 'Mails', mails: record.messages.map(mailInWords) },
    { heading: 'Logboek', texts: record.trail.map(({ at, action }) => `${dateAndTime(at)}: ${deedInWords(action)}`) },
  ]
}

/** A kept mail has a mark in the place of a link of its reader's own. */
const withoutLink = (text: string) => text.replace(/https:\/\/persoonlijke-link\.invalid\S*/g, '[persoonlijke link]')

function mailInWords({ id, createdAt, sentAt, toAddress, subject, text }: KeptRecord['messages'][number]): KeptMail {
  const moment = sentAt ? dateAndTime(sentAt) : `${dateAndTime(createdAt)} (niet verstuurd)`
  return {
    id,
    lead: subject ? `${moment}: ${subject}` : moment,
    text: [toAddress && `Aan ${toAddress}`, withoutLink(text ?? '')].filter(Boolean).join('\n\n'),
  }
}

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

/**
 * The same as an object for a file: what stands above a part is its name. Each fact is an object of its own, as two
 * questions may have the same label.
 */
export function recordFile(records: KeptRecord[]) {
  return records.map((record) => ({
    Kennissessie: record.session.title,
    Datum: dateAndTime(record.session.startsAt),
    ...Object.fromEntries(recordParts(record).map((part) => [part.heading, inFile(part)])),
  }))
}

function inFile(part: RecordPart) {
  if ('facts' in part) return part.facts.map(({ term, detail }) => ({ [term]: detail }))
  return 'texts' in part ? part.texts : part.mails.map(({ lead, text }) => [lead, text].filter(Boolean).join('\n'))
}
