import type { Metadata } from 'next'
import { InvalidSelfServiceLink } from '@/app/(public)/aanmelding/_components/invalid-self-service-link'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { getEmailChangeRequest } from '@/lib/registrations/self-service/confirm-email-change'
import { ConfirmEmailChange } from './_components/confirm-email-change'
import { confirmEmailChangeAction } from './actions'

// The address is somebody's key, as that of the page to take part is.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Only looks: mail scanners open this page, and some run its script. Pressing the button is what counts. */
export default async function ConfirmEmailChangePage({ params }: PageProps<'/aanmelding/nieuw-adres/[token]'>) {
  const { token } = await params
  const request = await getEmailChangeRequest(token, clock.now())
  if (!request) return <InvalidSelfServiceLink />
  return (
    <Page width="reading">
      <ConfirmEmailChange {...request} action={confirmEmailChangeAction.bind(null, token)} />
    </Page>
  )
}
