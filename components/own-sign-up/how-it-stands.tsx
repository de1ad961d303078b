import { Link } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import type { OwnStanding } from '@/lib/own-sign-up/schema'
import { untilInWords } from '@/lib/platform/time'

type Props = {
  standing: OwnStanding
  offerExpiresAt: Date | null
  registrationClosesAt: Date
  /** Nothing is offered any more to who waits. */
  offersOver: boolean
  /** Null for who asked nothing that is treated. */
  questionInTime: boolean | null
  /** They changed it after the question deadline: then that is promised what they asked in time. */
  changedLater: boolean
  /** Where who is offered a place takes it. */
  takePlace: string | null
}

/** How a sign-up stands, and what that means for the question in it. */
export function HowItStands(props: Props) {
  const { standing, offerExpiresAt, registrationClosesAt, offersOver, questionInTime, changedLater, takePlace } = props
  if (standing === 'offered' && offerExpiresAt && takePlace) {
    return (
      <Note lead="Er is een plek voor je.">
        We houden hem voor je vrij {untilInWords(offerExpiresAt)}. <Link href={takePlace}>Kies of je komt</Link>
      </Note>
    )
  }
  if (standing === 'waiting' && offersOver) {
    return (
      <Note lead="Je staat op de wachtlijst.">
        Aanmelden is gesloten, en er is geen plek voor je vrijgekomen. Je kunt helaas niet meedoen.
      </Note>
    )
  }
  const { lead, text, tone } = words[standing]
  const when = standing === 'waiting' ? ` Dit kan ${untilInWords(registrationClosesAt)}.` : ''
  const question =
    questionInTime !== null && hasPromise.has(standing)
      ? ` ${aboutQuestion(standing, questionInTime, changedLater)}`
      : ''
  return (
    <Note tone={tone} lead={lead}>
      {text}
      {when}
      {question}
    </Note>
  )
}

const hasPromise = new Set<OwnStanding>(['signed-up', 'waiting'])

function aboutQuestion(standing: OwnStanding, inTime: boolean, changedLater: boolean): string {
  const ifPlace = standing === 'signed-up' ? '' : 'Krijg je een plek? '
  if (inTime && changedLater) {
    const promise = ifPlace
      ? `${ifPlace}Dan komt wat je op tijd vroeg zeker aan bod.`
      : 'Wat je op tijd vroeg, komt zeker aan bod.'
    return `Je veranderde je vraag na de vragentermijn. ${promise} De nieuwe vraag behandelen we als er ruimte voor is.`
  }
  if (inTime) return `${ifPlace}${ifPlace ? 'Dan komt je vraag' : 'Je vraag is op tijd, en komt'} zeker aan bod.`
  return ifPlace
    ? `${ifPlace}Dan behandelen we je vraag als er ruimte voor is.`
    : 'Je vraag kwam na de termijn. We behandelen hem als er ruimte voor is.'
}

const words: Record<OwnStanding, { lead: string; text: string; tone: 'good' | 'info' | 'alarm' }> = {
  'signed-up': { lead: 'Je bent aangemeld.', text: '', tone: 'good' },
  waiting: {
    lead: 'Je staat op de wachtlijst.',
    text: 'Komt er een plek voor je vrij, dan krijg je een mail.',
    tone: 'info',
  },
  offered: { lead: 'Er is een plek voor je.', text: 'In je mail staat hoe je hem neemt.', tone: 'info' },
  cancelled: { lead: 'Je bent afgemeld.', text: 'Je hoeft niets meer te doen.', tone: 'info' },
  'session-cancelled': { lead: 'Deze kennissessie gaat niet door.', text: 'Je hoeft niets te doen.', tone: 'alarm' },
  'session-over': { lead: 'Deze kennissessie is geweest.', text: '', tone: 'info' },
}
