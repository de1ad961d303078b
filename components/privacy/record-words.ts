import { contactWishLabels } from '@/components/form/registration-words'
import { deedInWords } from '@/components/organiser/trail-words'
import { dateAndTime } from '@/lib/platform/time'

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
  tookPartAt: Date | null
  session: { title: string; startsAt: Date }
  answers: { question: string; text: string; textInTime: string | null; clarification: string; outcomeText: string }[]
  notes: string[]
  questionNotes: string[]
  changes: { at: Date; field: string; before: string; after: string }[]
  messages: {
    createdAt: Date
    sentAt: Date | null
    toAddress: string | null
    subject: string | null
    text: string | null
  }[]
  trail: { at: Date; action: string }[]
}

type Item = { term: string; detail: string }
export type RecordPart = { heading: string; items: Item[] }

/** Everything of a sign-up by parts, in words: the page shows it so, and the file holds the same. */
export function recordParts(record: KeptRecord): RecordPart[] {
  return [
    { heading: 'Wat is ingevuld', items: filledIn(record) },
    { heading: 'Hoe de aanmelding verliep', items: course(record) },
    {
      heading: 'Veranderd',
      items: numbered(record.changes, ({ at, before, after }) => `${dateAndTime(at)}: “${before}” werd “${after}”`),
    },
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
    ...answers.flatMap(({ question, text, textInTime, clarification, outcomeText }) => [
      { term: question, detail: text },
      ...(textInTime ? [{ term: `${question} (op tijd)`, detail: textInTime }] : []),
      ...(clarification ? [{ term: `${question} (toelichting)`, detail: clarification }] : []),
      ...(outcomeText ? [{ term: `${question} (wat ermee is gedaan)`, detail: outcomeText }] : []),
    ]),
    { term: 'Contact over de vraag', detail: [contactWishLabels[contactWish], phone].filter(Boolean).join(', ') },
    { term: 'Nodig om goed mee te doen', detail: needs ?? 'Niets (meer) bewaard' },
  ]
}

function course({ createdAt, waitingSince, cancelledAt, tookPartAt, questionInTime }: KeptRecord): Item[] {
  const moment = (term: string, at: Date | null) => (at ? [{ term, detail: dateAndTime(at) }] : [])
  return [
    ...moment('Aangemeld op', createdAt),
    ...moment('Op de wachtlijst sinds', waitingSince),
    ...moment('Afgemeld op', cancelledAt),
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
