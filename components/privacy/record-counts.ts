export type KeptCounts = {
  answers: unknown[]
  notes: unknown[]
  questionNotes: unknown[]
  changes: unknown[]
  messages: unknown[]
}

const many = (count: number, one: string, more: string) =>
  count === 0 ? [] : [`${count.toLocaleString('nl-NL')} ${count === 1 ? one : more}`]

/** How much there is of somebody: "1 aanmelding", "3 antwoorden", … What there is none of is not named. */
export function countsInWords(records: KeptCounts[]): string[] {
  const all = (of: (record: KeptCounts) => unknown[]) => records.reduce((sum, record) => sum + of(record).length, 0)
  return [
    ...many(records.length, 'aanmelding', 'aanmeldingen'),
    ...many(
      all(({ answers }) => answers),
      'antwoord',
      'antwoorden',
    ),
    ...many(
      all(({ messages }) => messages),
      'mail, en wat erin stond',
      'mails, en wat erin stond',
    ),
    ...many(
      all(({ changes }) => changes),
      'verandering',
      'veranderingen',
    ),
    ...many(
      all(({ notes, questionNotes }) => [...notes, ...questionNotes]),
      'notitie',
      'notities',
    ),
  ]
}
