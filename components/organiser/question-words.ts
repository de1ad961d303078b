import {
  type TriageFieldReason,
  type TriageRefusal,
  type TriageState,
  triageLimits,
  triageStates,
} from '@/lib/questions/schema'

export const stateLabels: Record<TriageState, string> = {
  fresh: 'Nieuw',
  awaiting: 'Toelichting gevraagd',
  clarified: 'Toelichting gekregen',
  chosen: 'Gekozen voor de sessie',
  answered: 'Beantwoord in de sessie',
  inWriting: 'Schriftelijk beantwoorden',
  outside: 'Valt buiten de sessie',
}

/** The states as choices of a list. */
export const stateOptions = triageStates.map((value) => ({ value, label: stateLabels[value] }))

/** What a list says above questions that were promised and are not treated yet. */
export const openPromisesTitle = 'Op tijd, nog niet gekozen'
export const noTheme = 'Zonder thema'

/** "1 vraag", "84 vragen". */
export const questionCount = (count: number) => (count === 1 ? '1 vraag' : `${count.toLocaleString('nl-NL')} vragen`)

/** That there are promises open, in words; and when there are none. */
export function promisesInWords(count: number): string {
  if (count === 0) return 'Er is geen vraag die op tijd kwam en nog niet is gekozen of beantwoord.'
  return count === 1
    ? '1 vraag kwam op tijd en is nog niet gekozen.'
    : `${questionCount(count)} kwamen op tijd en zijn nog niet gekozen.`
}

/** That promises came in after the vragenronde was closed. */
export const sinceClosingInWords = (count: number) =>
  count === 1
    ? '1 vraag kwam op tijd, nadat de vragenronde was gesloten.'
    : `${questionCount(count)} kwamen op tijd, nadat de vragenronde was gesloten.`

const room = (max: number) => `Maak deze tekst korter, tot ${max.toLocaleString('nl-NL')} tekens`

/** How to mend each field of a form about questions that was refused, by its name. */
export function triageErrors(reasons: Record<string, TriageFieldReason>): Record<string, string> {
  const found = Object.entries(reasons).map(([path, reason]) => {
    const field = path.split('.')[0] ?? path
    return [field, messages[field]?.[reason] ?? 'Kijk dit na'] as const
  })
  return Object.fromEntries(found)
}

const messages: Record<string, Partial<Record<TriageFieldReason, string>>> = {
  state: { missing: 'Kies een stand' },
  theme: { 'too-long': room(triageLimits.theme) },
  name: { missing: 'Geef het thema een naam', 'too-long': room(triageLimits.theme) },
  note: { 'too-long': room(triageLimits.note) },
  outcomeText: { 'too-long': room(triageLimits.outcomeText) },
  ask: { 'too-long': room(triageLimits.ask) },
  clarification: { 'too-long': room(triageLimits.clarification) },
  why: {
    missing: 'Schrijf in een of twee zinnen waarom deze vragen niet aan bod komen',
    'too-long': room(triageLimits.why),
  },
}

export const triageRefusals: Record<TriageRefusal, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'round-closed': {
    lead: 'De vragenronde is net gesloten.',
    text: 'Er is niets bewaard. Heropen de vragenronde als je nog iets wilt veranderen.',
  },
  'unknown-question': { lead: 'Deze vraag is er niet meer.', text: 'Er is niets bewaard.' },
  'asker-cancelled': {
    lead: 'Wie dit vroeg, heeft zich net afgemeld.',
    text: 'Er is niets bewaard. De vraag staat niet meer in de lijst.',
  },
  'unknown-owner': { lead: 'Deze organisator is er niet meer.', text: 'Er is niets bewaard. Kies een ander.' },
  'already-told': {
    lead: 'De mail over deze vraag is al onderweg.',
    text: 'Er is niets bewaard. Wat de vrager leest, kan niet meer veranderen.',
  },
  'changed-meanwhile': {
    lead: 'Een collega heeft dit net veranderd.',
    text: 'Er is niets bewaard. Wat je invulde, staat er nog.',
  },
}

/** The news of a refusal; when a colleague was first, also how it stands now. */
export function triageRefusal(reason: TriageRefusal, standsNow: string): { lead: string; text: string } {
  const { lead, text } = triageRefusals[reason]
  if (reason !== 'changed-meanwhile') return { lead, text }
  return { lead, text: `${text} ${standsNow} Bewaar je nog een keer, dan geldt wat jij invulde.` }
}
