import { type ErrorMessages, tooLongMessage } from '@/components/form/field-errors'
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

export const triageStateOptions = triageStates.map((value) => ({ value, label: triageStateLabels[value] }))

/** Heading of the open guarantees: questions in time that are not chosen or answered. */
export const openGuaranteesTitle = 'Op tijd, nog niet gekozen'
export const noThemeLabel = 'Zonder thema'

/** "1 vraag", "84 vragen". */
export const formatQuestionCount = (count: number) =>
  count === 1 ? '1 vraag' : `${count.toLocaleString('nl-NL')} vragen`

export function openGuaranteesText(count: number): string {
  if (count === 0) return 'Er is geen vraag die op tijd kwam en nog niet is gekozen of beantwoord.'
  return count === 1
    ? '1 vraag kwam op tijd en is nog niet gekozen.'
    : `${formatQuestionCount(count)} kwamen op tijd en zijn nog niet gekozen.`
}

/** For guarantees that came in after the triage round was closed. */
export const guaranteesSinceClosingText = (count: number) =>
  count === 1
    ? '1 vraag kwam op tijd, nadat de vragenronde was gesloten.'
    : `${formatQuestionCount(count)} kwamen op tijd, nadat de vragenronde was gesloten.`

/** The message for each refused field. An issue in a list item counts for its list. */
export function triageErrorMessages(reasons: Record<string, TriageFieldReason>): Record<string, string> {
  const found = Object.entries(reasons).map(([path, reason]) => {
    const field = path.split('.')[0] ?? path
    return [field, messagesByField[field]?.[reason] ?? 'Kijk dit na'] as const
  })
  return Object.fromEntries(found)
}

const messagesByField: ErrorMessages<TriageFieldReason> = {
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

/** The message of a refusal; after a change by a colleague it also tells the current state. */
export function describeTriageRefusal(reason: TriageRefusal, currentState: string): { title: string; text: string } {
  const { title, text } = triageRefusals[reason]
  if (reason !== 'changed-meanwhile') return { title, text }
  return { title, text: `${text} ${currentState} Bewaar je nog een keer, dan geldt wat jij invulde.` }
}
