import { fieldErrors, tooLongMessage } from '@/components/form/field-errors'
import {
  type FormQuestionRefusal,
  type QuestionFieldReason,
  type QuestionInput,
  type QuestionKind,
  questionLimits,
} from '@/lib/sessions/form-questions-schema'

export const questionKindLabels: Record<QuestionKind, string> = {
  text: 'Een antwoord in eigen woorden',
  one: 'Eén keuze uit een lijst',
  several: 'Een of meer keuzes uit een lijst',
}

const messages: Record<keyof QuestionInput, Partial<Record<QuestionFieldReason, string>>> = {
  label: {
    missing: 'Schrijf de vraag op, zoals je hem aan een collega stelt',
    'too-long': tooLongMessage(questionLimits.label),
  },
  hint: { 'too-long': tooLongMessage(questionLimits.hint) },
  required: {},
  kind: { missing: 'Kies hoe mensen de vraag beantwoorden' },
  options: {
    'too-few': 'Schrijf minstens twee keuzes op, elk op een eigen regel',
    'too-many': `Schrijf hoogstens ${questionLimits.options} keuzes op. Zijn het er meer? Vraag dan om een antwoord in eigen woorden`,
    'too-long': `Maak elke keuze korter, tot ${questionLimits.option} tekens`,
    twice: 'Haal dubbele keuzes weg: elke keuze staat er één keer in',
  },
}

export const formQuestionErrors = (reasons: Record<string, QuestionFieldReason>) => fieldErrors(messages, reasons)

export const formQuestionRefusals: Record<FormQuestionRefusal, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Er is niets bewaard.' },
  'unknown-question': { title: 'Deze vraag is er niet meer.', text: 'Een collega heeft hem net verwijderd.' },
  'changed-meanwhile': {
    title: 'Een collega heeft net iets aan de vragen veranderd.',
    text: 'Jouw verandering is niet bewaard. Kijk hoe het er nu staat.',
  },
  'has-answers': {
    title: 'Deze vraag is net beantwoord.',
    text: 'Verwijderen kan daarom niet meer. Je kunt wel stoppen met hem te stellen: de antwoorden blijven dan bewaard.',
  },
  'kind-is-fixed': {
    title: 'Deze vraag is net beantwoord.',
    text: 'Hoe mensen hem beantwoorden, kan daarom niet meer veranderen. De rest wel.',
  },
  'not-free-text': {
    title: 'Deze vraag heeft keuzes.',
    text: 'In de vragenronde behandelen jullie wat mensen in eigen woorden vragen. Kies een andere vraag.',
  },
  'triage-started': {
    title: 'De vragenronde is al begonnen.',
    text: 'Jullie hebben al iets besloten over antwoorden op een andere vraag. Die blijft daarom de vraag van de vragenronde.',
  },
  'is-agenda-question': {
    title: 'Deze vraag behandelen jullie in de vragenronde.',
    text: 'Kies daar eerst een andere vraag voor. Daarna kan dit wel.',
  },
  'too-many': {
    title: 'Het formulier is vol.',
    text: `Er passen ${questionLimits.activeQuestions} vragen in. Stop eerst met een andere vraag.`,
  },
}
