import { Breadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { SessionPhaseBadge } from '@/app/beheer/_components/session/session-phase-badge'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import type { SessionMoments } from '@/lib/sessions/rules'
import { SessionNav, type SessionPart } from './session-nav'

type Props = { session: SessionMoments & { id: string; title: string }; now: Date; current: SessionPart }

/** What stands above each page of the desk about one kennissessie. */
export function SessionHeading({ session, now, current }: Props) {
  return (
    <>
      <Breadcrumbs links={[{ label: 'Kennissessies', href: routes.admin() }]} />
      <PageTitle
        size="calm"
        eyebrow={
          <time dateTime={isoLocal(session.startsAt)}>
            {longDate(session.startsAt)}, {timeRange(session.startsAt, session.endsAt)}
          </time>
        }
      >
        {session.title}
      </PageTitle>
      <SessionPhaseBadge session={session} now={now} />
      <SessionNav sessionId={session.id} current={current} />
    </>
  )
}
