import { InvalidSelfServiceLink } from '@/app/(public)/_components/invalid-link'
import { personalLinkMetadata } from '@/app/(public)/_lib/personal-link-metadata'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { getEmailChangeRequest } from '@/lib/registrations/self-service/email-change'
import { ConfirmEmailChange } from './_components/confirm-email-change'
import { confirmEmailChangeAction } from './actions'

export const metadata = personalLinkMetadata

/** Only the button confirms: mail scanners open this page, and some run its script. */
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
