import { Link } from '@utrecht/component-library-react'
import { Callout } from '@/components/ui/callout'
import { formatDeadline } from '@/lib/platform/time'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'

type Props = {
  status: OwnStatus
  offerExpiresAt: Date | null
  registrationClosesAt: Date
  /** No more seats are offered to waitlisted participants. */
  isWaitlistClosed: boolean
  /** Null without an agenda question. */
  askedBeforeDeadline: boolean | null
  /** After a change past the deadline, only the earlier text is certain to be discussed. */
  changedAfterDeadline: boolean
  /** The page to accept the offered seat. */
  offerUrl: string | null
}

/** Status of a registration, and what it means for its agenda question. */
export function StatusCallout(props: Props) {
  const { status, offerExpiresAt, registrationClosesAt, offerUrl, askedBeforeDeadline, changedAfterDeadline } = props
  if (status === 'offered' && offerExpiresAt && offerUrl) {
    return (
      <Callout title="Er is een plek voor je.">
        We houden hem voor je vrij {formatDeadline(offerExpiresAt)}. <Link href={offerUrl}>Kies of je komt</Link>
      </Callout>
    )
  }
  if (status === 'waitlisted' && props.isWaitlistClosed) {
    return (
      <Callout title="Je staat op de wachtlijst.">
        Aanmelden is gesloten, en er is geen plek voor je vrijgekomen. Je kunt helaas niet meedoen.
      </Callout>
    )
  }
  const { title, text, tone } = copy[status]
  const when = status === 'waitlisted' ? ` Dit kan ${formatDeadline(registrationClosesAt)}.` : ''
  const question =
    askedBeforeDeadline !== null && statusesWithGuarantee.has(status)
      ? ` ${questionText(status, askedBeforeDeadline, changedAfterDeadline)}`
      : ''
  return (
    <Callout tone={tone} title={title}>
      {text}
      {when}
      {question}
    </Callout>
  )
}

const statusesWithGuarantee = new Set<OwnStatus>(['signed-up', 'waitlisted'])

function questionText(status: OwnStatus, askedBeforeDeadline: boolean, changedAfterDeadline: boolean): string {
  const hasSeat = status === 'signed-up'
  if (!askedBeforeDeadline) {
    return hasSeat
      ? 'Je vraag kwam na de termijn. We behandelen hem als er ruimte voor is.'
      : 'Krijg je een plek? Dan behandelen we je vraag als er ruimte voor is.'
  }
  if (!changedAfterDeadline) {
    return hasSeat
      ? 'Je vraag is op tijd, en komt zeker aan bod.'
      : 'Krijg je een plek? Dan komt je vraag zeker aan bod.'
  }
  const guarantee = hasSeat
    ? 'Wat je op tijd vroeg, komt zeker aan bod.'
    : 'Krijg je een plek? Dan komt wat je op tijd vroeg zeker aan bod.'
  return `Je veranderde je vraag na de vragentermijn. ${guarantee} De nieuwe vraag behandelen we als er ruimte voor is.`
}

const copy: Record<OwnStatus, { title: string; text: string; tone: 'good' | 'info' | 'alarm' }> = {
  'signed-up': { title: 'Je bent aangemeld.', text: '', tone: 'good' },
  waitlisted: {
    title: 'Je staat op de wachtlijst.',
    text: 'Komt er een plek voor je vrij, dan krijg je een mail.',
    tone: 'info',
  },
  offered: { title: 'Er is een plek voor je.', text: 'In je mail staat hoe je hem neemt.', tone: 'info' },
  cancelled: { title: 'Je bent afgemeld.', text: 'Je hoeft niets meer te doen.', tone: 'info' },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: 'Je hoeft niets te doen.', tone: 'alarm' },
  'session-over': { title: 'Deze kennissessie is geweest.', text: '', tone: 'info' },
}
