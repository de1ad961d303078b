export type RecordCounts = Record<'answers' | 'notes' | 'questionNotes' | 'changes' | 'messages', unknown[]>

const countOf = ({ length }: unknown[], singular: string, plural: string) =>
  length === 0 ? [] : [`${length.toLocaleString('nl-NL')} ${length === 1 ? singular : plural}`]

/** For example "1 aanmelding", "3 antwoorden". Leaves out what there is none of. */
export function describeRecordCounts(records: RecordCounts[]): string[] {
  const notes = records.flatMap((record) => [...record.notes, ...record.questionNotes])
  return [
    ...countOf(records, 'aanmelding', 'aanmeldingen'),
    ...countOf(
      records.flatMap(({ answers }) => answers),
      'antwoord',
      'antwoorden',
    ),
    ...countOf(
      records.flatMap(({ messages }) => messages),
      'mail, en wat erin stond',
      'mails, en wat erin stond',
    ),
    ...countOf(
      records.flatMap(({ changes }) => changes),
      'verandering',
      'veranderingen',
    ),
    ...countOf(notes, 'notitie', 'notities'),
  ]
}
