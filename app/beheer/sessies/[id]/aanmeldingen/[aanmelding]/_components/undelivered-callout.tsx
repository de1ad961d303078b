import { Link } from '@utrecht/component-library-react'
import { failureCopies } from '@/app/beheer/_components/mail/failure-copy'
import { Callout } from '@/components/ui/callout'
import { DateTime } from '@/components/ui/text/date-time'
import { mailKindLabel } from '@/lib/notifications/kinds/registry'
import type { findUndelivered } from '@/lib/outbox/message-queries'
import { routes } from '@/lib/platform/routes'

type Props = {
  sessionId: string
  registration: { id: string; email: string }
  undelivered: NonNullable<Awaited<ReturnType<typeof findUndelivered>>>
}

/** Warns that a mail did not arrive at the address of a registration, and says why and what to do. */
export function UndeliveredCallout({ sessionId, registration, undelivered }: Props) {
  const { id, kind, at, failure } = undelivered
  const { cause, remedy } = failureCopies[failure.reason]
  return (
    <Callout tone="alarm" title={`Mail aan ${registration.email} komt niet aan.`}>
      De mail <Link href={routes.message(sessionId, id)}>{mailKindLabel(kind)}</Link>{' '}
      {failure.isBounce ? 'kwam terug' : 'mislukte'} op <DateTime value={at} />: {cause}. {remedy}{' '}
      <Link href={routes.editRegistration(sessionId, registration.id)}>Gegevens veranderen</Link>
    </Callout>
  )
}
