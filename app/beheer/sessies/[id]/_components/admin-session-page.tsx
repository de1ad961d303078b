import { Link } from '@utrecht/component-library-react'
import type { ComponentProps, ReactNode } from 'react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { SessionPhaseBadge } from '@/app/beheer/_components/session/session-phase-badge'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import type { SessionMoments } from '@/lib/sessions/rules'
import styles from './session-nav.module.css'

/** The menu of a session in the admin area: the route name and the label of each page, in order. */
const parts = [
  ['registrations', 'Aanmeldingen'],
  ['agendaQuestions', 'Vragen'],
  ['statistics', 'Cijfers'],
  ['messages', 'Berichten'],
  ['release', 'Vrijgeven'],
  ['editSession', 'Bewerken'],
] as const

type Props = {
  session: SessionMoments & { id: string; title: string }
  now: Date
  current: (typeof parts)[number][0]
  /** First part of the page title; the session title follows. Omitted when a form of the page sets the title. */
  title?: string
  children: ReactNode
} & Pick<ComponentProps<typeof AdminPage>, 'organiser' | 'width'>

/** Shows an admin page about one session: its date, title, phase, menu and `children`. The menu marks `current`. */
export function AdminSessionPage({ session, now, current, title, children, ...page }: Props) {
  const time = (
    <time dateTime={isoLocal(session.startsAt)}>
      {longDate(session.startsAt)}, {timeRange(session.startsAt, session.endsAt)}
    </time>
  )
  return (
    <AdminPage {...page} title={title && `${title} ${session.title}`} breadcrumbs={[sessionsBreadcrumb]}>
      <PageTitle size="calm" eyebrow={time}>
        {session.title}
      </PageTitle>
      <SessionPhaseBadge session={session} now={now} />
      <nav aria-label="Deze kennissessie">
        <ul className={styles.parts}>
          {parts.map(([part, label]) => (
            <li key={part}>
              <Link
                href={routes[part](session.id)}
                aria-current={part === current ? 'page' : undefined}
                className={styles.part}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </AdminPage>
  )
}
