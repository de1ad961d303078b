import { Page } from '@/components/layout/page'
import { UnknownOwnLink } from '@/components/own/unknown-own-link'
import { OwnErase } from '@/components/privacy/own-erase'
import { clock } from '@/lib/platform/clock'
import { getOwnRecord } from '@/lib/privacy/records'
import { hasBeen } from '@/lib/sessions/rules'
import { eraseOwnAction } from './actions'

/** Only says what would go: mail scanners open this page. Pressing the button is what counts. */
export default async function OwnErasePage({ params }: PageProps<'/aanmelding/[token]/wissen'>) {
  const { token } = await params
  const record = await getOwnRecord(token)
  if (!record) return <UnknownOwnLink />
  return (
    <Page width="reading">
      <OwnErase
        token={token}
        record={record}
        isToCome={!record.cancelledAt && !hasBeen(record.session, clock.now())}
        action={eraseOwnAction.bind(null, token)}
      />
    </Page>
  )
}
