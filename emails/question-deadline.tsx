import { dateAndTime } from '@/lib/platform/time'
import { Paragraph, SectionHeading, SmallPrint, TextLink, Title } from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, sampleMail } from './parts/participant-mail'
import { fillPlaceholders, type PlaceholderValues, Prose } from './parts/prose'

export type QuestionDeadlineMail = MailTemplate & {
  values: PlaceholderValues
  session: { questionDeadlineAt: Date }
  /** Whether the form asks what people want treated. */
  hasAgendaQuestion: boolean
  registrations: number
  questionsInTime: number
  /** Of the sign-ups at the desk. */
  registrationsUrl: string
}

export const defaultTemplate: MailTemplate = {
  subject: 'De vragentermijn van {kennissessie} sluit bijna',
  text: `Dag {naam},

Dit is de stand van de kennissessie {kennissessie}, vlak voor het einde van de vragentermijn.`,
}

/** To the organisers, two days before the question deadline: how many questions are in. */
export default function QuestionDeadline(props: QuestionDeadlineMail) {
  const { text, values, session, hasAgendaQuestion, registrations, questionsInTime, registrationsUrl } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={`Er zijn nu ${registrations} aanmeldingen.`}
      footer={<SmallPrint>Je krijgt deze mail omdat je organisator bent.</SmallPrint>}
    >
      <Title>De vragentermijn sluit bijna</Title>
      <Prose text={text} values={values} />
      <Paragraph>
        {hasAgendaQuestion
          ? `Wie zich aanmeldt vóór ${dateAndTime(session.questionDeadlineAt)}, weet zeker dat de vraag aan bod komt.`
          : 'Het formulier vraagt niet wat mensen behandeld willen zien. Daarom beloven we niemand dat een vraag aan bod komt.'}
      </Paragraph>
      <SectionHeading>Zo staat het nu</SectionHeading>
      <Paragraph>
        {registrations === 1 ? 'Er is 1 aanmelding' : `Er zijn ${registrations} aanmeldingen`}.{' '}
        {hasAgendaQuestion
          ? `${questionsInTime === 1 ? '1 vraag is' : `${questionsInTime} vragen zijn`} op tijd.`
          : null}
      </Paragraph>
      <Paragraph>
        <TextLink url={registrationsUrl}>Bekijk de aanmeldingen</TextLink>
      </Paragraph>
    </Layout>
  )
}

export const sample: QuestionDeadlineMail = {
  ...defaultTemplate,
  values: { ...sampleMail.values, naam: 'Voorbeeld Organisator' },
  session: { questionDeadlineAt: new Date('2022-10-17T12:00:00Z') },
  hasAgendaQuestion: true,
  registrations: 42,
  questionsInTime: 42,
  registrationsUrl: 'https://aanmelden.example.nl/beheer',
}
