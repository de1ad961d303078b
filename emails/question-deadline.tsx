import { dateAndTime } from '@/lib/platform/time'
import { Layout } from './layout'
import { type MailWords, sampleMail } from './participant-mail'
import { Chapter, Paragraph, SmallPrint, TextLink, Title } from './parts'
import { fillIn, type Placeholders, Prose } from './prose'

export type QuestionDeadlineMail = MailWords & {
  values: Placeholders
  session: { questionDeadlineAt: Date }
  /** Whether the form asks what people want treated. */
  treatsQuestions: boolean
  registrations: number
  inTime: number
  /** Of the sign-ups at the desk. */
  deskUrl: string
}

export const standard: MailWords = {
  subject: 'De vragentermijn van {kennissessie} sluit bijna',
  text: `Dag {naam},

Dit is de stand van de kennissessie {kennissessie}, vlak voor het einde van de vragentermijn.`,
}

/** To the organisers, two days before the question deadline: how many questions are in. */
export default function QuestionDeadline(props: QuestionDeadlineMail) {
  const { text, values, session, treatsQuestions, registrations, inTime, deskUrl } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={`Er zijn nu ${registrations} aanmeldingen.`}
      footer={<SmallPrint>Je krijgt deze mail omdat je organisator bent.</SmallPrint>}
    >
      <Title>De vragentermijn sluit bijna</Title>
      <Prose text={text} values={values} />
      <Paragraph>
        {treatsQuestions
          ? `Wie zich aanmeldt vóór ${dateAndTime(session.questionDeadlineAt)}, weet zeker dat de vraag aan bod komt.`
          : 'Het formulier vraagt niet wat mensen behandeld willen zien. Daarom beloven we niemand dat een vraag aan bod komt.'}
      </Paragraph>
      <Chapter>Zo staat het nu</Chapter>
      <Paragraph>
        {registrations === 1 ? 'Er is 1 aanmelding' : `Er zijn ${registrations} aanmeldingen`}.{' '}
        {treatsQuestions ? `${inTime === 1 ? '1 vraag is' : `${inTime} vragen zijn`} op tijd.` : null}
      </Paragraph>
      <Paragraph>
        <TextLink url={deskUrl}>Bekijk de aanmeldingen</TextLink>
      </Paragraph>
    </Layout>
  )
}

export const sample: QuestionDeadlineMail = {
  ...standard,
  values: { ...sampleMail.values, naam: 'Voorbeeld Organisator' },
  session: { questionDeadlineAt: new Date('2022-10-17T12:00:00Z') },
  treatsQuestions: true,
  registrations: 42,
  inTime: 42,
  deskUrl: 'https://aanmelden.example.nl/beheer',
}
