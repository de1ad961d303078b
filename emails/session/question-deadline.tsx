import { dateAndTime } from '@/lib/platform/time'
import { Paragraph, SectionHeading, TextLink } from '../parts/blocks'
import { organiserReason } from '../parts/mail-copy'
import { greeting, type MailTemplate, TemplateLayout } from '../parts/participant-mail'
import { fillPlaceholders, type PlaceholderValues } from '../parts/placeholders'
import { sampleMail } from '../parts/sample-data'

type Props = MailTemplate & {
  values: PlaceholderValues
  session: { questionDeadlineAt: Date }
  hasAgendaQuestion: boolean
  registrations: number
  questionsInTime: number
  /** URL of the admin page with the registrations of the session. */
  registrationsUrl: string
}

export const defaultTemplate = greeting(
  'De vragentermijn van {kennissessie} sluit bijna',
  'Dit is de stand van de kennissessie {kennissessie}, vlak voor het einde van de vragentermijn.',
)

/** Renders the mail to organisers with the number of questions, two days before the question deadline. */
export default function QuestionDeadline(mail: Props) {
  const { hasAgendaQuestion, registrations, questionsInTime } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview={`${registeredText(registrations)}.`}
      heading="De vragentermijn sluit bijna"
      footer={organiserReason}
    >
      <Paragraph>
        {hasAgendaQuestion
          ? `Wie zich aanmeldt vóór ${dateAndTime(mail.session.questionDeadlineAt)}, weet zeker dat de vraag aan bod komt.`
          : 'Het formulier vraagt niet wat mensen behandeld willen zien. Daarom beloven we niemand dat een vraag aan bod komt.'}
      </Paragraph>
      <SectionHeading>Zo staat het nu</SectionHeading>
      <Paragraph>
        {registeredText(registrations)}.{' '}
        {hasAgendaQuestion
          ? `${questionsInTime === 1 ? '1 vraag is' : `${questionsInTime} vragen zijn`} op tijd.`
          : null}
      </Paragraph>
      <Paragraph>
        <TextLink url={mail.registrationsUrl}>Bekijk de aanmeldingen</TextLink>
      </Paragraph>
    </TemplateLayout>
  )
}

const registeredText = (count: number) =>
  count === 1 ? 'Er is nu 1 persoon aangemeld' : `Er zijn nu ${count} mensen aangemeld`

export const subjectOf = ({ subject, values }: Props) => fillPlaceholders(subject, values)

export const sample: Props = {
  ...defaultTemplate,
  values: { ...sampleMail.values, naam: 'Voorbeeld Organisator' },
  session: { questionDeadlineAt: new Date('2022-10-17T12:00:00Z') },
  hasAgendaQuestion: true,
  registrations: 42,
  questionsInTime: 42,
  registrationsUrl: 'https://aanmelden.example.nl/beheer',
}
