import { describeAction } from '@/components/audit/audit-log-copy'
import { describeFieldChange } from '@/components/audit/registration-history-copy'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { channelLabels, triageStateLabels } from '@/components/triage/triage-copy'
import { dateAndTime } from '@/lib/platform/time'
import type { SubjectAccessRecord } from '@/lib/privacy/schema'

type Fact = { term: string; detail: string }
/** A section of what is stored about a registration. It has only one of `facts`, `texts` and `mails`. */
type RecordSection = { heading: string; facts?: Fact[]; texts?: string[]; mails?: ReturnType<typeof describeMail>[] }

/** Returns everything stored about a registration, by section, for a page or a JSON file. A section may be empty. */
export function recordSections(record: SubjectAccessRecord): RecordSection[] {
  const { answers, auditLog, changes, emailChangeRequests, messages } = record
  return [
    { heading: 'Wat is ingevuld', facts: enteredFacts(record) },
    { heading: 'Hoe de aanmelding verliep', facts: historyFacts(record) },
    { heading: 'Wat er met de vraag gebeurt', facts: answers.flatMap(triageFacts) },
    {
      heading: 'Veranderd',
      texts: changes.map((change) => `${dateAndTime(change.at)}: ${describeFieldChange(change)}`),
    },
    { heading: 'Andere e-mailadressen die zijn gevraagd', texts: emailChangeRequests.map(describeEmailChange) },
    { heading: 'Notities van organisatoren', texts: listNotes(record) },
    { heading: 'Mails', mails: messages.map(describeMail) },
    { heading: 'Logboek', texts: auditLog.map(({ at, action }) => `${dateAndTime(at)}: ${describeAction(action)}`) },
  ]
}

/** Returns the organisers' notes about the registration and its questions. */
const listNotes = ({ notes, answers }: SubjectAccessRecord): string[] => [
  ...notes.map(({ text }) => text),
  ...answers.flatMap(({ triage }) => triage?.note || []),
]

/** Matches the placeholder that stored mails contain instead of a personal link. */
const personalLink = /https:\/\/persoonlijke-link\.invalid\S*/g

/** Returns a mail as `title` (time and subject) and `text` (recipient and content). */
function describeMail({ id, createdAt, sentAt, content }: SubjectAccessRecord['messages'][number]) {
  const moment = sentAt ? dateAndTime(sentAt) : `${dateAndTime(createdAt)} (niet verstuurd)`
  const recipient = content?.toAddress && `Aan ${content.toAddress}`
  const body = content?.text?.replace(personalLink, '[persoonlijke link]')
  const title = content?.subject ? `${moment}: ${content.subject}` : moment
  return { id, title, text: [recipient, body].filter(Boolean).join('\n\n') }
}

const enteredFacts = (record: SubjectAccessRecord): Fact[] => [
  { term: 'Naam', detail: record.name },
  { term: 'E-mailadres', detail: record.email },
  { term: 'Gemeente of organisatie', detail: record.workplace },
  { term: 'Functie', detail: record.role },
  ...record.answers.flatMap(({ question: { label }, text, textAtDeadline }) => [
    { term: label, detail: text },
    ...(textAtDeadline ? [{ term: `${label} (op tijd)`, detail: textAtDeadline }] : []),
  ]),
  {
    term: 'Contact over de vraag',
    detail: [contactWishLabels[record.contactWish], record.phone].filter(Boolean).join(', '),
  },
  { term: 'Nodig om goed mee te doen', detail: record.needs ?? 'Niets (meer) bewaard' },
]

function historyFacts(record: SubjectAccessRecord): Fact[] {
  const timeFact = (term: string, at: Date | null) => (at ? [{ term, detail: dateAndTime(at) }] : [])
  return [
    ...timeFact('Aangemeld op', record.createdAt),
    ...timeFact('Op de wachtlijst sinds', record.waitlistedAt),
    ...timeFact('Plek aangeboden tot', record.offerExpiresAt),
    ...timeFact('Afgemeld op', record.cancelledAt),
    ...(record.transferredToId ? [{ term: 'Doorgegeven aan een collega', detail: 'ja' }] : []),
    ...timeFact('Deed mee op', record.tookPartAt),
    { term: 'Vraag op tijd', detail: record.askedBeforeDeadline ? 'ja' : 'nee' },
  ]
}

/** Returns what is stored about the triage of an answer. The list is empty if the answer was not triaged. */
function triageFacts({ question, triage, requests }: SubjectAccessRecord['answers'][number]): Fact[] {
  const fact = (name: string, detail: string | null | undefined) =>
    detail ? [{ term: `${question.label} (${name})`, detail }] : []
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

function describeEmailChange(request: SubjectAccessRecord['emailChangeRequests'][number]) {
  const { email, oldEmail, requestedAt, expiresAt, confirmedAt } = request
  const result = confirmedAt
    ? `bevestigd op ${dateAndTime(confirmedAt)}`
    : `te bevestigen tot ${dateAndTime(expiresAt)}`
  return `${dateAndTime(requestedAt)}: ${email} in plaats van ${oldEmail}, ${result}`
}

/** Converts records to objects for a file, by section heading. Each fact is an object, because terms may repeat. */
export const recordsToExport = (records: SubjectAccessRecord[]) =>
  records.map((record) => ({
    Kennissessie: record.session.title,
    Datum: dateAndTime(record.session.startsAt),
    ...Object.fromEntries(
      recordSections(record).map(({ heading, facts, texts, mails = [] }) => [
        heading,
        facts?.map(({ term, detail }) => ({ [term]: detail })) ??
          texts ??
          mails.map(({ title, text }) => [title, text].filter(Boolean).join('\n')),
      ]),
    ),
  }))

/** Counts what the records hold. Returns texts such as "1 aanmelding" and "3 antwoorden", without counts of zero. */
export function describeRecordCounts(records: SubjectAccessRecord[]): string[] {
  const counts: [items: unknown[], singular: string, plural: string][] = [
    [records, 'aanmelding', 'aanmeldingen'],
    [records.flatMap(({ answers }) => answers), 'antwoord', 'antwoorden'],
    [records.flatMap(({ messages }) => messages), 'mail, en wat erin stond', 'mails, en wat erin stond'],
    [records.flatMap(({ changes }) => changes), 'verandering', 'veranderingen'],
    [records.flatMap(listNotes), 'notitie', 'notities'],
  ]
  return counts
    .filter(([items]) => items.length > 0)
    .map(([{ length }, singular, plural]) => `${length.toLocaleString('nl-NL')} ${length === 1 ? singular : plural}`)
}
