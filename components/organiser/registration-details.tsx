import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { contactWishLabels } from '@/components/form/registration-words'
import { At } from '@/components/layout/at'
import { DescriptionList } from '@/components/layout/description-list'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import { longDate, untilInWords } from '@/lib/platform/time'
import { standingOf } from '@/lib/registrations/rules'
import type { ContactWish } from '@/lib/registrations/schema'
import { InTime } from './in-time'
import styles from './registration-details.module.css'
import { StandingBadge } from './standing-badge'

type Linked = { id: string; name: string }
type Registration = {
  name: string
  email: string
  place: string
  organisation: string | null
  role: string
  contactWish: ContactWish
  phone: string | null
  needs: string | null
  questionInTime: boolean
  createdAt: Date
  cancelledAt: Date | null
  waitingSince: Date | null
  offerExpiresAt: Date | null
  tookPartAt: Date | null
  /** To whom the place was handed over, and by whom it was. */
  handedOverTo: (Linked & { erasedAt: Date | null }) | null
  handedOverBy: Linked[]
  erasedAt: Date | null
  /** `isAsked`: what is decided about it stands in the vragenronde. */
  answers: { id: string; question: string; isAsked: boolean; text: string }[]
}

/** All that somebody filled in. */
export function RegistrationDetails({ sessionId, registration }: { sessionId: string; registration: Registration }) {
  const standing = standingOf(registration)
  return (
    <>
      <PageTitle size="calm" over={registration.place}>
        {registration.name}
      </PageTitle>
      <Paragraph className={styles.state}>
        {standing === 'signed-up' ? null : <StandingBadge standing={standing} />}
        {registration.handedOverTo ? null : (
          <>
            {' '}
            Vraag: <InTime inTime={registration.questionInTime} />
          </>
        )}
      </Paragraph>
      {registration.erasedAt ? (
        <Note lead={`Naam en mailadres zijn gewist op ${longDate(registration.erasedAt)}.`}>
          Niemand weet nog van wie deze aanmelding was. Er gaat geen mail meer naartoe.
        </Note>
      ) : null}
      <section className={styles.part}>
        <Heading level={2}>Antwoorden</Heading>
        <Answers sessionId={sessionId} linked={registration.waitingSince === null} {...registration} />
      </section>
      <section className={styles.part}>
        <Heading level={2}>Gegevens</Heading>
        <DescriptionList layout="rows" items={[...facts(registration), ...handedOver(sessionId, registration)]} />
      </section>
    </>
  )
}

type AnswersProps = {
  sessionId: string /** To the vragenronde, where who waits for a place is not. */
  linked: boolean
} & Pick<Registration, 'answers' | 'handedOverTo'>

function Answers({ sessionId, linked, answers, handedOverTo }: AnswersProps) {
  if (answers.length === 0 && handedOverTo) {
    return (
      <Paragraph>
        De antwoorden gingen mee naar{' '}
        <Link href={routes.registration(sessionId, handedOverTo.id)}>
          {handedOverTo.erasedAt ? 'een collega' : handedOverTo.name}
        </Link>
        .
      </Paragraph>
    )
  }
  if (answers.length === 0) return <Paragraph>Er zijn geen vragen beantwoord.</Paragraph>
  return answers.map(({ id, question, isAsked, text }) => (
    <div key={id} className={styles.answer}>
      <Heading level={3}>{question}</Heading>
      <p className={styles.text}>{text}</p>
      {isAsked && linked ? <Link href={routes.question(sessionId, id)}>Naar deze vraag in de vragenronde</Link> : null}
    </div>
  ))
}

function handedOver(sessionId: string, { handedOverTo, handedOverBy }: Registration) {
  const linked = ({ id, name }: Linked) => (
    <Link key={id} href={routes.registration(sessionId, id)}>
      {name}
    </Link>
  )
  return [
    ...(handedOverTo ? [{ term: 'Doorgegeven aan', detail: linked(handedOverTo) }] : []),
    ...handedOverBy.map((giver) => ({ term: 'Gekregen van', detail: linked(giver) })),
  ]
}

/** RFC 6068: all but the @ is written with percent signs. */
const mailto = (address: string) => `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`

function facts(registration: Registration) {
  const isErased = registration.erasedAt !== null
  const { email, place, organisation, role, contactWish, phone, needs } = registration
  const { createdAt, cancelledAt, waitingSince, offerExpiresAt, tookPartAt } = registration
  return [
    ...(isErased ? [] : [{ term: 'E-mailadres', detail: <Link href={mailto(email)}>{email}</Link> }]),
    { term: organisation === null ? 'Gemeente' : 'Organisatie', detail: place },
    ...(isErased ? [] : [{ term: 'Functie', detail: role }]),
    { term: 'Contact over de vraag', detail: contactWishLabels[contactWish] },
    ...(phone
      ? [{ term: 'Telefoonnummer', detail: <Link href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</Link> }]
      : []),
    ...(isErased ? [] : [{ term: 'Nodig om goed mee te doen', detail: needs ?? 'Niets ingevuld' }]),
    { term: 'Aangemeld op', detail: <At moment={createdAt} /> },
    ...(waitingSince && !cancelledAt ? [{ term: 'Wacht sinds', detail: <At moment={waitingSince} /> }] : []),
    ...(offerExpiresAt && !cancelledAt
      ? [{ term: 'Plek aangeboden', detail: `We houden de plek vrij ${untilInWords(offerExpiresAt)}` }]
      : []),
    ...(tookPartAt ? [{ term: 'Deed mee op', detail: <At moment={tookPartAt} /> }] : []),
    ...(cancelledAt ? [{ term: 'Afgemeld op', detail: <At moment={cancelledAt} /> }] : []),
  ]
}
