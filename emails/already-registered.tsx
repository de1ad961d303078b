import { longDate } from '@/lib/platform/time'
import { Layout } from './layout'
import { oneLine, sessionName } from './one-line'
import { Chapter, MailTo, Moment, PageLink, Paragraph, SmallPrint, Title } from './parts'

type AlreadyRegisteredProps = {
  name: string
  registeredAt: Date
  questionInTime: boolean
  session: { title: string; startsAt: Date; endsAt: Date }
  contact: { name: string; address: string }
  /** Of the session's page. */
  url: string
}

export const subject = ({ session }: Pick<AlreadyRegisteredProps, 'session'>) =>
  `Je was al aangemeld voor de kennissessie ${sessionName(session.title)}`

/** To an address that signed up before: nothing has changed. */
export default function AlreadyRegistered(props: AlreadyRegisteredProps) {
  const { session, contact, registeredAt, questionInTime, url } = props
  return (
    <Layout
      title={subject(props)}
      preview="Er is niets veranderd. Je staat nog steeds op de lijst."
      footer={<SmallPrint>Je krijgt deze mail omdat iemand dit adres heeft ingevuld bij een aanmelding.</SmallPrint>}
    >
      <Title>Je was al aangemeld</Title>
      <Paragraph>Dag {oneLine(props.name)},</Paragraph>
      <Paragraph>
        Iemand heeft dit e-mailadres net weer ingevuld voor de kennissessie {sessionName(session.title)}. Waarschijnlijk
        was jij dat. Je was al aangemeld op {longDate(registeredAt)}. Daar is niets aan veranderd: je antwoorden van
        toen gelden.
      </Paragraph>
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        {questionInTime
          ? 'Je was op tijd met je vraag. Die komt dus zeker aan bod.'
          : 'Je vraag kwam na de vragentermijn. We behandelen hem als dat lukt, maar beloven kunnen we het niet.'}
      </Paragraph>

      <Paragraph>
        <PageLink url={url} />
      </Paragraph>

      <Chapter>Wilde je iets veranderen?</Chapter>
      <Paragraph>
        Mail {oneLine(contact.name)}: <MailTo address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>

      <Chapter>Was je dit niet?</Chapter>
      <Paragraph>Dan hoef je niets te doen.</Paragraph>
    </Layout>
  )
}

export const sample: AlreadyRegisteredProps = {
  name: 'Sam Voorbeeld',
  registeredAt: new Date('2022-10-03T09:12:00Z'),
  questionInTime: true,
  session: {
    title: 'Kennissessie: aan de slag gaan en blijven met inclusief gemeentebeleid',
    startsAt: new Date('2022-11-08T14:00:00Z'),
    endsAt: new Date('2022-11-08T15:30:00Z'),
  },
  contact: { name: 'Lotte Kronenburg', address: 'l.kronenburg@movisie.nl' },
  url: 'https://aanmelden.example.nl/sessies/aan-de-slag',
}
