import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import type { SessionMoments } from '@/lib/sessions/rules'
import { SessionNav, type SessionPart } from './session-nav'
import { SessionState } from './session-state'
import { Trail } from './trail'

type Props = { session: SessionMoments & { id: string; title: string }; now: Date; here: SessionPart }

/** What stands above each page of the desk about one kennissessie. */
export function SessionHeading({ session, now, here }: Props) {
  return (
    <>
      <Trail links={[{ label: 'Kennissessies', href: routes.desk() }]} />
      <PageTitle
        size="calm"
        over={
          <time dateTime={isoLocal(session.startsAt)}>
            {longDate(session.startsAt)}, {timeRange(session.startsAt, session.endsAt)}
          </time>
        }
      >
        {session.title}
      </PageTitle>
      <SessionState session={session} now={now} />
      <SessionNav sessionId={session.id} here={here} />
    </>
  )
}
