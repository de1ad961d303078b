import {
  type QuestionFieldReason,
  type QuestionInput,
  type QuestionKind,
  type QuestionRefusal,
  questionLimits,
} from '@/lib/sessions/schema-questions'

export const kindLabels: Record<QuestionKind, string> = {
  text: 'Een antwoord in eigen woorden',
  one: 'Eén keuze uit een lijst',
  several: 'Een of meer keuzes uit een lijst',
}

const tooLong = (max: number) => `Maak deze tekst korter, tot ${max.toLocaleString('nl-NL')} tekens`

const messages: Record<keyof QuestionInput, Partial<Record<QuestionFieldReason, string>>> = {
  label: {
    missing: 'Schrijf de vraag op, zoals je hem aan een collega stelt',
    'too-long': tooLong(questionLimits.label),
  },
  hint: { 'too-long': tooLong(questionLimits.hint) },
  required: {},
  kind: { missing: 'Kies hoe mensen de vraag beantwoorden' },
  options: {
    'too-few': 'Schrijf minstens twee keuzes op, elk op een eigen regel',
    'too-many': `Schrijf hoogstens ${questionLimits.options} keuzes op. Zijn het er meer? Vraag dan om een antwoord in eigen woorden`,
    'too-long': `Maak elke keuze korter, tot ${questionLimits.option} tekens`,
    twice: 'Haal dubbele keuzes weg: elke keuze staat er één keer in',
  },
}

/** How to mend each field that was refused, in the order of the form. */
export function questionErrors(reasons: Record<string, QuestionFieldReason>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([field, texts]) => {
      const reason = reasons[field]
      return reason ? [[field, texts[reason] ?? 'Kijk dit na']] : []
    }),
  )
}

export const questionRefusals: Record<QuestionRefusal, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Er is niets bewaard.' },
  'unknown-question': { lead: 'Deze vraag is er niet meer.', text: 'Een collega heeft hem net verwijderd.' },
  'changed-meanwhile': {
    lead: 'Een collega heeft net iets aan de vragen veranderd.',
    text: 'Jouw verandering is niet bewaard. Kijk hoe het er nu staat.',
  },
  'has-answers': {
    lead: 'Deze vraag is net beantwoord.',
    text: 'Verwijderen kan daarom niet meer. Je kunt wel stoppen met hem te stellen: de antwoorden blijven dan bewaard.',
  },
  'kind-is-fixed': {
    lead: 'Deze vraag is net beantwoord.',
    text: 'Hoe mensen hem beantwoorden, kan daarom niet meer veranderen. De rest wel.',
  },
  'not-open': {
    lead: 'Deze vraag heeft keuzes.',
    text: 'In de vragenronde behandelen jullie wat mensen in eigen woorden vragen. Kies een andere vraag.',
  },
  'round-begun': {
    lead: 'De vragenronde is al begonnen.',
    text: 'Jullie hebben al iets besloten over antwoorden op een andere vraag. Die blijft daarom de vraag van de vragenronde.',
  },
  'is-treated': {
    lead: 'Deze vraag behandelen jullie in de vragenronde.',
    text: 'Kies daar eerst een andere vraag voor. Daarna kan dit wel.',
  },
  'too-many': {
    lead: 'Het formulier is vol.',
    text: `Er passen ${questionLimits.asked} vragen in. Stop eerst met een andere vraag.`,
  },
}
