import { Link } from '@utrecht/component-library-react'
import type { OwnRegistration } from '@/app/(public)/aanmelding/[token]/_lib/own-registration-page'
import { Callout } from '@/components/ui/callout'
import { createPersonalToken } from '@/lib/personal-links/token'
import { routes } from '@/lib/platform/routes'
import { formatDeadline } from '@/lib/platform/time'
import { canOffer } from '@/lib/registrations/waitlist/rules'

/** Shows the status of a registration, and whether its agenda question is certain to be discussed. */
export function StatusCallout({ registration, status, now }: Omit<OwnRegistration, 'token'>) {
  const { session, offerExpiresAt } = registration
  if (status === 'offered') {
    const offerUrl = routes.seatOffer(createPersonalToken('take-place', registration))
    return (
      <Callout title="Er is een plek voor je.">
        We houden hem voor je vrij {offerExpiresAt && formatDeadline(offerExpiresAt)}.{' '}
        <Link href={offerUrl}>Kies of je komt</Link>
      </Callout>
    )
  }
  if (status === 'waitlisted' && !canOffer(session, now)) {
    return (
      <Callout title="Je staat op de wachtlijst.">
        Aanmelden is gesloten, en er is geen plek voor je vrijgekomen. Je kunt helaas niet meedoen.
      </Callout>
    )
  }
  const { title, text = '', tone = 'info', question } = copy[status]
  const agendaAnswer = registration.answers.find(({ question }) => question.isAgendaQuestion)
  const when = status === 'waitlisted' ? ` Dit kan ${formatDeadline(session.registrationClosesAt)}.` : ''
  return (
    <Callout tone={tone} title={title}>
      {text}
      {when}
      {agendaAnswer && question
        ? ` ${question[questionTiming(registration.askedBeforeDeadline, agendaAnswer.textAtDeadline)]}`
        : ''}
    </Callout>
  )
}

/** Returns the key of the text about the agenda question. `changedLate`: asked before the deadline, changed after it. */
function questionTiming(askedBeforeDeadline: boolean, textAtDeadline: string | null) {
  if (!askedBeforeDeadline) return 'late'
  return textAtDeadline ? 'changedLate' : 'onTime'
}

type StatusCopy = {
  title: string
  text?: string
  tone?: 'good' | 'alarm'
  question?: Record<ReturnType<typeof questionTiming>, string>
}

const copy: Record<Exclude<OwnRegistration['status'], 'offered'>, StatusCopy> = {
  'signed-up': {
    title: 'Je bent aangemeld.',
    tone: 'good',
    question: {
      late: 'Je vraag kwam na de termijn. We behandelen hem als er ruimte voor is.',
      onTime: 'Je vraag is op tijd, en komt zeker aan bod.',
      changedLate:
        'Je veranderde je vraag na de vragentermijn. Wat je op tijd vroeg, komt zeker aan bod. De nieuwe vraag behandelen we als er ruimte voor is.',
    },
  },
  waitlisted: {
    title: 'Je staat op de wachtlijst.',
    text: 'Komt er een plek voor je vrij, dan krijg je een mail.',
    question: {
      late: 'Krijg je een plek? Dan behandelen we je vraag als er ruimte voor is.',
      onTime: 'Krijg je een plek? Dan komt je vraag zeker aan bod.',
      changedLate:
        'Je veranderde je vraag na de vragentermijn. Krijg je een plek? Dan komt wat je op tijd vroeg zeker aan bod. De nieuwe vraag behandelen we als er ruimte voor is.',
    },
  },
  cancelled: { title: 'Je bent afgemeld.', text: 'Je hoeft niets meer te doen.' },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: 'Je hoeft niets te doen.', tone: 'alarm' },
  'session-over': { title: 'Deze kennissessie is geweest.' },
}
