import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import type { SessionMoments } from '@/lib/sessions/rules'
import { SessionState } from './session-state'
import { Trail } from './trail'

type Props = {
  session: SessionMoments & { id: string; title: string }
  now: Date
  /** Which part of it this page is about; without it, who signed up. */
  part?: string
}

/** What stands above each page of the desk about one kennissessie. */
export function SessionHeading({ session, now, part }: Props) {
  const above = { label: session.title, href: routes.registrations(session.id) }
  return (
    <>
      <Trail links={[{ label: 'Kennissessies', href: routes.desk() }, ...(part ? [above] : [])]} />
      <PageTitle
        size="calm"
        over={
          <time dateTime={isoLocal(session.startsAt)}>
            {longDate(session.startsAt)}, {timeRange(session.startsAt, session.endsAt)}
          </time>
        }
      >
        {part ?? session.title}
      </PageTitle>
      <SessionState session={session} now={now} />
    </>
  )
}
