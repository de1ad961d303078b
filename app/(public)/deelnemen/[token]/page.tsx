import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { TakePart, UnknownLink } from '@/components/session/take-part'
import { clock } from '@/lib/platform/clock'
import { getParticipation } from '@/lib/registrations/queries'
import { whyNotTakePart } from '@/lib/registrations/rules'
import { takePartAction } from './actions'

// The address is somebody's key: no search engine keeps it, and no page hears it. With "no-referrer" a form without a script
// would not say where it comes from either, and be refused.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Only looks: mail scanners open this page, and some run its script. Pressing the button is what counts. */
export default async function TakePartPage({ params }: PageProps<'/deelnemen/[token]'>) {
  const { token } = await params
  const found = await getParticipation(token)
  if (!found) return <UnknownLink />
  const { session, agenda } = found
  const refusal = whyNotTakePart({ ...found, released: agenda !== null }, clock.now())
  return (
    <Page width="reading">
      <TakePart session={session} agenda={agenda} refusal={refusal} action={takePartAction.bind(null, token)} />
    </Page>
  )
}
