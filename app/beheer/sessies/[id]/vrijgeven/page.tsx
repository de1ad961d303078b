import { Heading, Paragraph } from '@utrecht/component-library-react'
import { DeskPage } from '@/app/beheer/desk-page'
import { MailState } from '@/app/beheer/mail-state'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { At } from '@/components/layout/at'
import { Flow } from '@/components/layout/flow'
import { Page } from '@/components/layout/page'
import { ReleaseForm } from '@/components/organiser/release-form'
import { SendProgress } from '@/components/organiser/send-progress'
import { SessionHeading } from '@/components/organiser/session-heading'
import { getSendProgress } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getLatestRelease } from '@/lib/sessions/queries'
import { hasBeen } from '@/lib/sessions/rules'
import { releaseAction } from './actions'

export default async function ReleasePage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/vrijgeven'>) {
  const [{ id }, { gelukt }] = await Promise.all([params, searchParams])
  const organiser = await requireOrganiser(routes.release(id))
  const session = await sessionOr404(id)
  const now = clock.now()
  const release = await getLatestRelease(session.id)
  const progress = release && (await getSendProgress({ sessionId: session.id, releaseNumber: release.number }))
  const canRelease = !session.cancelledAt && !hasBeen(session, now)
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={now} here="release" />
        <Flow>
          <Heading level={2}>{headingFor(release !== null, canRelease)}</Heading>
          {canRelease ? null : (
            <Paragraph>
              {session.cancelledAt ? 'Deze kennissessie gaat niet door.' : 'Deze kennissessie is geweest.'} Vrijgeven of
              aanpassen kan niet meer.
            </Paragraph>
          )}
        </Flow>
        <MailState now={now} />
        {release && progress ? (
          <SendProgress
            sessionId={session.id}
            lead="Link en agenda zijn vrijgegeven."
            progress={progress}
            fresh={gelukt === String(release.number)}
          >
            Sinds <At moment={release.releasedAt} />.
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
    </DeskPage>
  )
}

function headingFor(released: boolean, canRelease: boolean): string {
  if (!canRelease) return 'Link en agenda'
  return released ? 'Link of agenda aanpassen' : 'Link en agenda vrijgeven'
}
