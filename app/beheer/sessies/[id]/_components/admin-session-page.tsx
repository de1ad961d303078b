import { Link } from '@utrecht/component-library-react'
import type { ComponentProps, ReactNode } from 'react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { SessionPhaseBadge } from '@/app/beheer/_components/session/session-phase-badge'
import styles from '@/app/beheer/sessies/[id]/_components/session-nav.module.css'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import type { SessionMoments } from '@/lib/sessions/rules'

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

const parts = [
  ['registrations', 'Aanmeldingen'],
  ['agendaQuestions', 'Vragen'],
  ['statistics', 'Cijfers'],
  ['messages', 'Berichten'],
  ['release', 'Vrijgeven'],
  ['editSession', 'Bewerken'],
] as const

type SessionPart = (typeof parts)[number][0]

/** Navigation between the admin pages of one session. */
function SessionNav({ sessionId, current }: { sessionId: string; current: SessionPart }) {
  return (
    <nav aria-label="Deze kennissessie">
      <ul className={styles.parts}>
        {parts.map(([part, label]) => (
          <li key={part}>
            <Link
              href={routes[part](sessionId)}
              aria-current={part === current ? 'page' : undefined}
              className={styles.part}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
