import { MultilineText, TextSection } from '../parts/blocks'
import { registeredReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { sampleQuestion } from '../parts/sample-data'
import { ContactSection, QuestionQuote } from '../parts/sections'

export const defaultTemplate = greeting(
  'Wat er met je vraag is gedaan: kennissessie {kennissessie}',
  'Je stelde een vraag voor de kennissessie {kennissessie}. Hier lees je wat ermee is gedaan.',
)

const undecided = 'We zijn in de kennissessie niet aan je vraag toegekomen.'

const resultCopy = {
  new: undecided,
  awaitingClarification: undecided,
  clarified: undecided,
  chosen: 'Je vraag was gekozen voor de kennissessie.',
  answered: 'Je vraag is in de kennissessie beantwoord.',
  answerInWriting: 'Je krijgt nog een antwoord op schrift.',
  outOfScope: 'Je vraag paste niet bij wat we in deze kennissessie konden behandelen.',
} as const

/** States of a question that was treated, as guaranteed. `isOpenGuarantee` in lib/triage uses the same states. */
const treatedStates = ['chosen', 'answered']

/** Returns the apology for a question that was guaranteed and not treated, or `null`. */
function apologyFor({ askedBeforeDeadline, agendaQuestion }: ParticipantMail): string | null {
  const isTreated = treatedStates.includes(agendaQuestion?.triage?.state ?? 'new')
  if (!agendaQuestion || !askedBeforeDeadline || isTreated) return null
  const promised = agendaQuestion.textAtDeadline ? 'wat je toen vroeg' : 'je vraag'
  return `Je was op tijd met je vraag. We beloofden dat ${promised} zeker aan bod zou komen in de kennissessie. Dat is niet gelukt. Het spijt ons.`
}

/** Renders the mail, sent after the session, about what happened with a participant's agenda question. */
export default function QuestionResult(mail: ParticipantMail) {
  const { state = 'new', resultText = '' } = mail.agendaQuestion?.triage ?? {}
  const apology = apologyFor(mail)
  const preview = resultText ? 'Je stelde een vraag. Hier lees je wat ermee is gedaan.' : resultCopy[state]
  return (
    <TemplateLayout
      mail={mail}
      preview={apology ? 'Je vraag kwam niet aan bod. Het spijt ons.' : preview}
      heading="Wat er met je vraag is gedaan"
      footer={registeredReason(mail)}
      withoutCancelLink
    >
      <QuestionQuote {...mail} />
      {apology ? <TextSection heading="Onze excuses">{apology}</TextSection> : null}
      <TextSection heading="Wat ermee is gedaan">
        <MultilineText text={resultText || resultCopy[state]} />
      </TextSection>
      <ContactSection
        heading={apology ? 'Wil je hier iemand over spreken?' : 'Wil je hier nog iets over kwijt?'}
        contact={mail.contact}
      />
    </TemplateLayout>
  )
}

const resultOf = (state: keyof typeof resultCopy, resultText = '') => sampleQuestion({ triage: { state, resultText } })

export const variants: SampleVariants = {
  answered: resultOf('answered'),
  'in-writing': resultOf('answerInWriting'),
  'out-of-scope': resultOf('outOfScope'),
  undecided: resultOf('new'),
  'late-undecided': { ...resultOf('new'), askedBeforeDeadline: false },
  'changed-late': sampleQuestion({ textAtDeadline: 'Hoe begin je?', triage: { state: 'new', resultText: '' } }),
  'own-text': resultOf('chosen', 'We hebben je vraag doorgegeven.\nJe hoort van ons.'),
}
