import { Heading, Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Flow } from '@/components/ui/page/flow'
import { Page } from '@/components/ui/page/page'
import { DateTime } from '@/components/ui/text/date-time'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getLatestRelease } from '@/lib/sessions/queries'
import { hasEnded } from '@/lib/sessions/rules'
import { ReleaseForm } from './_components/release-form'
import { releaseAction } from './actions'

export default async function ReleasePage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/vrijgeven'>) {
  const [{ id }, { gelukt }] = await Promise.all([params, searchParams])
  const organiser = await requireOrganiser(routes.release(id))
  const session = await sessionOr404(id)
  const now = clock.now()
  const release = await getLatestRelease(session.id)
  const progress = release && (await getSendProgress({ sessionId: session.id, releaseNumber: release.number }))
  const canRelease = !session.cancelledAt && !hasEnded(session, now)
  return (
    <AdminPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={now} current="release" />
        <Flow>
          <Heading level={2}>{headingFor(release !== null, canRelease)}</Heading>
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
          // Begins anew after a release of our own, which leads to another address; a colleague's leaves what is typed.
          key={String(gelukt)}
          action={releaseAction.bind(null, session.id)}
          release={release}
          canRelease={canRelease}
          email={organiser.email}
          title={session.title}
        />
      </Page>
    </AdminPage>
  )
}

function headingFor(released: boolean, canRelease: boolean): string {
  if (!canRelease) return 'Link en agenda'
  return released ? 'Link of agenda aanpassen' : 'Link en agenda vrijgeven'
}
