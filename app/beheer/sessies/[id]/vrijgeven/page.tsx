import { Heading, Paragraph } from '@utrecht/component-library-react'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import { Flow } from '@/components/ui/page/flow'
import { DateTime } from '@/components/ui/text/date-time'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { routes } from '@/lib/platform/routes'
import { getLatestRelease } from '@/lib/sessions/queries'
import { hasEnded } from '@/lib/sessions/rules'
import { ReleaseForm } from './_components/release-form'
import { releaseAction } from './actions'

export default async function ReleasePage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/vrijgeven'>) {
  const { gelukt } = await searchParams
  const page = await loadSessionPage(params, routes.release)
  const { session, organiser, now } = page
  const release = await getLatestRelease(session.id)
  const progress = release && (await getSendProgress({ sessionId: session.id, releaseNumber: release.number }))
  const canRelease = !session.cancelledAt && !hasEnded(session, now)
  const releaseHeading = release ? 'Link of agenda aanpassen' : 'Link en agenda vrijgeven'
  return (
    <AdminSessionPage {...page} current="release" width="reading">
      <Flow>
        <Heading level={2}>{canRelease ? releaseHeading : 'Link en agenda'}</Heading>
        {canRelease ? null : (
          <Paragraph>
            {session.cancelledAt ? 'Deze kennissessie gaat niet door.' : 'Deze kennissessie is geweest.'} Vrijgeven of
            aanpassen kan niet meer.
          </Paragraph>
        )}
      </Flow>
      <MailHealth now={now} />
      {release && progress ? (
        <SendProgress
          sessionId={session.id}
          title="Link en agenda zijn vrijgegeven."
          progress={progress}
          justSent={gelukt === String(release.number)}
        >
          Sinds <DateTime value={release.releasedAt} />.
        </SendProgress>
      ) : null}
      <ReleaseForm
        // The organiser's own release resets the form. A colleague's release does not, so that typed text stays.
        key={String(gelukt)}
        action={releaseAction.bind(null, session.id)}
        release={release}
        canRelease={canRelease}
        email={organiser.email}
        title={session.title}
      />
    </AdminSessionPage>
  )
}
