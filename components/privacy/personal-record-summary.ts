export type RecordCounts = {
  answers: unknown[]
  notes: unknown[]
  questionNotes: unknown[]
  changes: unknown[]
  messages: unknown[]
}

const countOf = (count: number, singular: string, plural: string) =>
  count === 0 ? [] : [`${count.toLocaleString('nl-NL')} ${count === 1 ? singular : plural}`]

/** How much there is of somebody: "1 aanmelding", "3 antwoorden", … What there is none of is not named. */
export function describeRecordCounts(records: RecordCounts[]): string[] {
  const total = (select: (record: RecordCounts) => unknown[]) =>
    records.reduce((sum, record) => sum + select(record).length, 0)
  return [
    ...countOf(records.length, 'aanmelding', 'aanmeldingen'),
    ...countOf(
      total(({ answers }) => answers),
      'antwoord',
      'antwoorden',
    ),
    ...countOf(
      total(({ messages }) => messages),
      'mail, en wat erin stond',
      'mails, en wat erin stond',
    ),
    ...countOf(
      total(({ changes }) => changes),
      'verandering',
      'veranderingen',
    ),
    ...countOf(
      total(({ notes, questionNotes }) => [...notes, ...questionNotes]),
      'notitie',
      'notities',
    ),
  ]
}
