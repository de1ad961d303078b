import { dateAndTime } from '@/lib/platform/time'
import { Layout } from './layout'
import { oneLine, sessionName } from './one-line'
import { Chapter, Paragraph, SmallPrint, TextLink, Title } from './parts'

export type QuestionDeadlineMail = {
  name: string
  session: { title: string; questionDeadlineAt: Date }
  registrations: number
  inTime: number
  /** Of the sign-ups at the desk. */
  deskUrl: string
}

export const subject = ({ session }: Pick<QuestionDeadlineMail, 'session'>) =>
  `Over twee dagen sluit de vragentermijn van ${sessionName(session.title)}`

/** To the organisers, two days before the question deadline: how many questions are in. */
export default function QuestionDeadline(props: QuestionDeadlineMail) {
  const { name, session, registrations, inTime, deskUrl } = props
  return (
    <Layout
      title={subject(props)}
      preview={`Er zijn nu ${registrations} aanmeldingen.`}
      footer={<SmallPrint>Je krijgt deze mail omdat je organisator bent.</SmallPrint>}
    >
      <Title>De vragentermijn sluit over twee dagen</Title>
      <Paragraph>Dag {oneLine(name)},</Paragraph>
      <Paragraph>
        Wie zich aanmeldt vóór {dateAndTime(session.questionDeadlineAt)}, weet zeker dat de vraag aan bod komt in de
        kennissessie {sessionName(session.title)}.
      </Paragraph>
      <Chapter>Zo staat het nu</Chapter>
      <Paragraph>
        {registrations === 1 ? 'Er is 1 aanmelding' : `Er zijn ${registrations} aanmeldingen`}.{' '}
        {inTime === 1 ? '1 vraag is' : `${inTime} vragen zijn`} op tijd.
      </Paragraph>
      <Paragraph>
        <TextLink url={deskUrl}>Bekijk de aanmeldingen</TextLink>
      </Paragraph>
    </Layout>
  )
}

export const sample: QuestionDeadlineMail = {
  name: 'Voorbeeld Organisator',
  session: {
    title: 'Kennissessie: aan de slag gaan en blijven met inclusief gemeentebeleid',
    questionDeadlineAt: new Date('2022-10-17T12:00:00Z'),
  },
  registrations: 42,
  inTime: 42,
  deskUrl: 'https://aanmelden.example.nl/beheer',
}
