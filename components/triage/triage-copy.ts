import {
  type TriageFieldReason,
  type TriageRefusal,
  type TriageState,
  triageLimits,
  triageStates,
} from '@/lib/triage/schema'

export const triageStateLabels: Record<TriageState, string> = {
  new: 'Nieuw',
  awaitingClarification: 'Toelichting gevraagd',
  clarified: 'Toelichting gekregen',
  chosen: 'Gekozen voor de sessie',
  answered: 'Beantwoord in de sessie',
  answerInWriting: 'Schriftelijk beantwoorden',
  outOfScope: 'Valt buiten de sessie',
}

/** The states as choices of a list. */
export const triageStateOptions = triageStates.map((value) => ({ value, label: triageStateLabels[value] }))

/** What a list says above questions that were promised and are not treated yet. */
export const openGuaranteesTitle = 'Op tijd, nog niet gekozen'
export const noThemeLabel = 'Zonder thema'

/** "1 vraag", "84 vragen". */
export const formatQuestionCount = (count: number) =>
  count === 1 ? '1 vraag' : `${count.toLocaleString('nl-NL')} vragen`

/** That there are promises open, in words; and when there are none. */
export function openGuaranteesText(count: number): string {
  if (count === 0) return 'Er is geen vraag die op tijd kwam en nog niet is gekozen of beantwoord.'
  return count === 1
    ? '1 vraag kwam op tijd en is nog niet gekozen.'
    : `${formatQuestionCount(count)} kwamen op tijd en zijn nog niet gekozen.`
}

/** That promises came in after the vragenronde was closed. */
export const guaranteesSinceClosingText = (count: number) =>
  count === 1
    ? '1 vraag kwam op tijd, nadat de vragenronde was gesloten.'
    : `${formatQuestionCount(count)} kwamen op tijd, nadat de vragenronde was gesloten.`

const tooLongMessage = (max: number) => `Maak deze tekst korter, tot ${max.toLocaleString('nl-NL')} tekens`

/** How to mend each field of a form about questions that was refused, by its name. */
export function triageErrorMessages(reasons: Record<string, TriageFieldReason>): Record<string, string> {
  const found = Object.entries(reasons).map(([path, reason]) => {
    const field = path.split('.')[0] ?? path
    return [field, messagesByField[field]?.[reason] ?? 'Kijk dit na'] as const
  })
  return Object.fromEntries(found)
}

const messagesByField: Record<string, Partial<Record<TriageFieldReason, string>>> = {
  state: { missing: 'Kies een stand' },
  theme: { 'too-long': tooLongMessage(triageLimits.theme) },
  name: { missing: 'Geef het thema een naam', 'too-long': tooLongMessage(triageLimits.theme) },
  note: { 'too-long': tooLongMessage(triageLimits.note) },
  resultText: { 'too-long': tooLongMessage(triageLimits.resultText) },
  ask: { 'too-long': tooLongMessage(triageLimits.ask) },
  clarification: { 'too-long': tooLongMessage(triageLimits.clarification) },
  why: {
    missing: 'Schrijf in een of twee zinnen waarom deze vragen niet aan bod komen',
    'too-long': tooLongMessage(triageLimits.why),
  },
}

export const triageRefusals: Record<TriageRefusal, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'round-closed': {
    title: 'De vragenronde is net gesloten.',
    text: 'Er is niets bewaard. Heropen de vragenronde als je nog iets wilt veranderen.',
  },
  'unknown-question': { title: 'Deze vraag is er niet meer.', text: 'Er is niets bewaard.' },
  'asker-cancelled': {
    title: 'Wie dit vroeg, heeft zich net afgemeld.',
    text: 'Er is niets bewaard. De vraag staat niet meer in de lijst.',
  },
  'unknown-owner': { title: 'Deze organisator is er niet meer.', text: 'Er is niets bewaard. Kies een ander.' },
  'result-already-sent': {
    title: 'De mail over deze vraag is al onderweg.',
    text: 'Er is niets bewaard. Wat de vrager leest, kan niet meer veranderen.',
  },
  'changed-meanwhile': {
    title: 'Een collega heeft dit net veranderd.',
    text: 'Er is niets bewaard. Wat je invulde, staat er nog.',
  },
}

/** The news of a refusal; when a colleague was first, also how it stands now. */
export function describeTriageRefusal(reason: TriageRefusal, currentState: string): { title: string; text: string } {
  const { title, text } = triageRefusals[reason]
  if (reason !== 'changed-meanwhile') return { title, text }
  return { title, text: `${text} ${currentState} Bewaar je nog een keer, dan geldt wat jij invulde.` }
}
