import type { ComponentProps, ReactNode } from 'react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { SessionPhaseBadge } from '@/app/beheer/_components/session/session-phase-badge'
import { PageTitle } from '@/components/ui/page/page-title'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import type { SessionMoments } from '@/lib/sessions/rules'
import { SessionNav, type SessionPart } from './session-nav'

type Props = {
  session: SessionMoments & { id: string; title: string }
  now: Date
  current: SessionPart
  /** Comes before the title of the session; left out when a form of the page sets the title. */
  title?: string
  children: ReactNode
} & Pick<ComponentProps<typeof AdminPage>, 'organiser' | 'width'>

/** A page of the admin area about one session. */
export function AdminSessionPage({ organiser, session, now, current, title, width, children }: Props) {
  return (
    <AdminPage
      organiser={organiser}
      title={title && `${title} ${session.title}`}
      width={width}
      breadcrumbs={[sessionsBreadcrumb]}
    >
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
      {children}
    </AdminPage>
  )
}
