import { describeAction } from '@/components/audit/audit-log-copy'
import { describeFieldChange, type FieldChange } from '@/components/audit/registration-history-copy'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { channelLabels, triageStateLabels } from '@/components/triage/triage-copy'
import type { AuditAction } from '@/lib/audit/schema'
import { dateAndTime } from '@/lib/platform/time'
import type { TriageState } from '@/lib/triage/schema'

export type PersonalRecordData = {
  name: string
  email: string
  workplace: string
  role: string
  contactWish: keyof typeof contactWishLabels
  phone: string | null
  needs: string | null
  askedBeforeDeadline: boolean
  createdAt: Date
  cancelledAt: Date | null
  waitlistedAt: Date | null
  offerExpiresAt: Date | null
  tookPartAt: Date | null
  isTransferred: boolean
  session: { title: string; startsAt: Date }
  answers: PersonalRecordAnswer[]
  notes: string[]
  questionNotes: string[]
  changes: (FieldChange & { at: Date })[]
  emailChangeRequests: {
    email: string
    oldEmail: string
    requestedAt: Date
    expiresAt: Date
    confirmedAt: Date | null
  }[]
  messages: {
    id: string
    createdAt: Date
    sentAt: Date | null
    toAddress: string | null
    subject: string | null
    text: string | null
  }[]
  auditLog: { at: Date; action: AuditAction }[]
}

type PersonalRecordAnswer = {
  question: string
  text: string
  textAtDeadline: string | null
  triage: {
    state: TriageState
    theme: { name: string } | null
    clarification: string
    resultText: string
    textAtDecision: string | null
  } | null
  requests: { channel: keyof typeof channelLabels; requestedAt: Date }[]
}

type Fact = { term: string; detail: string }
/** `title` holds the time and the subject; `text` holds the recipient and the content. */
export type RecordMail = { id: string; title: string; text: string }
export type RecordSection = { heading: string } & ({ facts: Fact[] } | { texts: string[] } | { mails: RecordMail[] })

/** All sections of a personal record, for the page and for the export. */
export function recordSections(record: PersonalRecordData): RecordSection[] {
  return [
    { heading: 'Wat is ingevuld', facts: enteredFacts(record) },
    { heading: 'Hoe de aanmelding verliep', facts: historyFacts(record) },
    { heading: 'Wat er met de vraag gebeurt', facts: record.answers.flatMap(triageFacts) },
    {
      heading: 'Veranderd',
      texts: record.changes.map((change) => `${dateAndTime(change.at)}: ${describeFieldChange(change)}`),
    },
    { heading: 'Andere e-mailadressen die zijn gevraagd', texts: record.emailChangeRequests.map(describeEmailChange) },
    { heading: 'Notities van organisatoren', texts: [...record.notes, ...record.questionNotes] },
    { heading: 'Mails', mails: record.messages.map(describeMail) },
    {
      heading: 'Logboek',
      texts: record.auditLog.map(({ at, action }) => `${dateAndTime(at)}: ${describeAction(action)}`),
    },
  ]
}

/** Stored mails have a placeholder instead of a personal link. */
const maskPersonalLinks = (text: string) =>
  text.replace(/https:\/\/persoonlijke-link\.invalid\S*/g, '[persoonlijke link]')

function describeMail({
  id,
  createdAt,
  sentAt,
  toAddress,
  subject,
  text,
}: PersonalRecordData['messages'][number]): RecordMail {
  const moment = sentAt ? dateAndTime(sentAt) : `${dateAndTime(createdAt)} (niet verstuurd)`
  return {
    id,
    title: subject ? `${moment}: ${subject}` : moment,
    text: [toAddress && `Aan ${toAddress}`, maskPersonalLinks(text ?? '')].filter(Boolean).join('\n\n'),
  }
}

function enteredFacts({
  name,
  email,
  workplace,
  role,
  answers,
  contactWish,
  phone,
  needs,
}: PersonalRecordData): Fact[] {
  return [
    { term: 'Naam', detail: name },
    { term: 'E-mailadres', detail: email },
    { term: 'Gemeente of organisatie', detail: workplace },
    { term: 'Functie', detail: role },
    ...answers.flatMap(({ question, text, textAtDeadline }) => [
      { term: question, detail: text },
      ...(textAtDeadline ? [{ term: `${question} (op tijd)`, detail: textAtDeadline }] : []),
    ]),
    { term: 'Contact over de vraag', detail: [contactWishLabels[contactWish], phone].filter(Boolean).join(', ') },
    { term: 'Nodig om goed mee te doen', detail: needs ?? 'Niets (meer) bewaard' },
  ]
}

/** Facts about the triage of an answer. Empty if there was none. */
function triageFacts({ question, triage, requests }: PersonalRecordAnswer): Fact[] {
  const fact = (label: string, detail: string | null | undefined) =>
    detail ? [{ term: `${question} (${label})`, detail }] : []
  return [
    ...fact('stand', triage && triageStateLabels[triage.state]),
    ...fact('thema', triage?.theme?.name),
    ...fact('wat er stond toen dat werd besloten', triage?.textAtDecision),
    ...requests.flatMap(({ channel, requestedAt }) =>
      fact('toelichting gevraagd', `${channelLabels[channel]}, ${dateAndTime(requestedAt)}`),
    ),
    ...fact('toelichting', triage?.clarification),
    ...fact('wat ermee is gedaan', triage?.resultText),
  ]
}

function describeEmailChange({
  email,
  oldEmail,
  requestedAt,
  expiresAt,
  confirmedAt,
}: PersonalRecordData['emailChangeRequests'][number]) {
  const result = confirmedAt
    ? `bevestigd op ${dateAndTime(confirmedAt)}`
    : `te bevestigen tot ${dateAndTime(expiresAt)}`
  return `${dateAndTime(requestedAt)}: ${email} in plaats van ${oldEmail}, ${result}`
}

function historyFacts(record: PersonalRecordData): Fact[] {
  const { createdAt, waitlistedAt, offerExpiresAt, cancelledAt, tookPartAt, isTransferred, askedBeforeDeadline } =
    record
  const momentFact = (term: string, at: Date | null) => (at ? [{ term, detail: dateAndTime(at) }] : [])
  return [
    ...momentFact('Aangemeld op', createdAt),
    ...momentFact('Op de wachtlijst sinds', waitlistedAt),
    ...momentFact('Plek aangeboden tot', offerExpiresAt),
    ...momentFact('Afgemeld op', cancelledAt),
    ...(isTransferred ? [{ term: 'Doorgegeven aan een collega', detail: 'ja' }] : []),
    ...momentFact('Deed mee op', tookPartAt),
    { term: 'Vraag op tijd', detail: askedBeforeDeadline ? 'ja' : 'nee' },
  ]
}

/** Personal records as an object for a file, by section heading. Each fact is an object, because labels may repeat. */
export function recordsToExport(records: PersonalRecordData[]) {
  return records.map((record) => ({
    Kennissessie: record.session.title,
    Datum: dateAndTime(record.session.startsAt),
    ...Object.fromEntries(recordSections(record).map((section) => [section.heading, sectionToExport(section)])),
  }))
}

function sectionToExport(section: RecordSection) {
  if ('facts' in section) return section.facts.map(({ term, detail }) => ({ [term]: detail }))
  return 'texts' in section
    ? section.texts
    : section.mails.map(({ title, text }) => [title, text].filter(Boolean).join('\n'))
}
