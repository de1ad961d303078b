import { type ErrorMessages, tooLongMessage } from '@/components/form/field-errors'
import {
  type ClarificationRefusal,
  type SendResultsRefusal,
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

/** Maps the channel of a clarification request to its label. */
export const channelLabels = { email: 'Gemaild', phone: 'Gebeld', none: '' } as const

/** Heading above the questions that were asked before the deadline and are neither chosen nor answered. */
export const openGuaranteesTitle = 'Op tijd, nog niet gekozen'
export const noThemeLabel = 'Zonder thema'

/** Returns a text such as "1 vraag" or "84 vragen". */
export const formatQuestionCount = (count: number) =>
  count === 1 ? '1 vraag' : `${count.toLocaleString('nl-NL')} vragen`

export const openGuaranteesText = (count: number) =>
  count === 0
    ? 'Er is geen vraag die op tijd kwam en nog niet is gekozen of beantwoord.'
    : `${formatQuestionCount(count)} ${count === 1 ? 'kwam op tijd en is' : 'kwamen op tijd en zijn'} nog niet gekozen.`

/** Returns a sentence such as "3 vragen kwamen op tijd, nadat de vragenronde was gesloten." */
export const guaranteesSinceClosingText = (count: number) =>
  `${formatQuestionCount(count)} ${count === 1 ? 'kwam' : 'kwamen'} op tijd, nadat de vragenronde was gesloten.`

/** Returns a sentence that `count` questions are sure to be discussed and come first in the list; `null` for none. */
export function guaranteeSentence(count: number): string | null {
  if (count === 0) return null
  return count === 1
    ? 'Beloofd is dat die zeker aan bod komt. Daarom staat hij bovenaan.'
    : 'Beloofd is dat ze zeker aan bod komen. Daarom staan ze bovenaan.'
}

/** Returns the error messages by field name. A reason for an item of a list (`ticked.0`) counts for the whole list. */
export const triageErrorMessages = (reasons: Record<string, TriageFieldReason>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(reasons).map(([path, reason]) => {
      const [field = ''] = path.split('.')
      return [field, messagesByField[field]?.[reason] ?? 'Kijk dit na']
    }),
  )

const tooLong = (field: keyof typeof triageLimits) => ({ 'too-long': tooLongMessage(triageLimits[field]) })

const messagesByField: ErrorMessages<TriageFieldReason> = {
  state: { missing: 'Kies een stand' },
  theme: tooLong('theme'),
  name: { missing: 'Geef het thema een naam', ...tooLong('theme') },
  note: tooLong('note'),
  resultText: tooLong('resultText'),
  requestText: tooLong('requestText'),
  clarification: tooLong('clarification'),
  explanation: {
    missing: 'Schrijf in een of twee zinnen waarom deze vragen niet aan bod komen',
    ...tooLong('explanation'),
  },
}

type RefusalMessage = { title: string; text: string }
const nothingMailed = 'Er is niets gemaild.'

export const triageRefusals: Record<TriageRefusal, RefusalMessage> = {
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

export const clarificationRefusals: Record<ClarificationRefusal, RefusalMessage> = {
  ...triageRefusals,
  'asker-cancelled': { title: 'Wie dit vroeg, heeft zich afgemeld.', text: nothingMailed },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: nothingMailed },
  'session-over': { title: 'Deze kennissessie is geweest.', text: nothingMailed },
  'no-contact': {
    title: 'We mogen deze persoon niet benaderen over de vraag.',
    text: `Daar is geen ja op gezegd. ${nothingMailed}`,
  },
  'other-channel': {
    title: 'Deze persoon wil op een andere manier benaderd worden.',
    text: `${nothingMailed} Kijk hieronder hoe het wel kan.`,
  },
  'requested-meanwhile': {
    title: 'Een collega heeft net toelichting gevraagd.',
    text: `${nothingMailed} Hieronder staat wanneer dat was.`,
  },
}

export const resultsRefusals: Record<SendResultsRefusal, RefusalMessage> = {
  'unknown-session': { title: triageRefusals['unknown-session'].title, text: nothingMailed },
  'session-cancelled': { title: 'Deze kennissessie is niet doorgegaan.', text: nothingMailed },
  'session-not-ended': {
    title: 'Deze kennissessie is nog niet geweest.',
    text: 'Daarna kun je iedereen laten weten wat er is gedaan.',
  },
  nobody: { title: 'Iedereen heeft het al gehoord.', text: nothingMailed },
  'recipients-changed': {
    title: 'Er is net iets veranderd.',
    text: `${nothingMailed} Kijk nog een keer wie een mail krijgt.`,
  },
}

/** Returns the message of a refusal. For `changed-meanwhile` it quotes `currentState`, which a colleague just stored. */
export function describeTriageRefusal(reason: TriageRefusal, currentState: string): RefusalMessage {
  const { title, text } = triageRefusals[reason]
  if (reason !== 'changed-meanwhile') return { title, text }
  return { title, text: `${text} Nu staat er: ${currentState}. Bewaar je nog een keer, dan geldt wat jij invulde.` }
}
