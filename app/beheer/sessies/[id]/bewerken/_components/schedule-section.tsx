import { Link, Paragraph } from '@utrecht/component-library-react'
import { scheduleRows } from '@/app/beheer/sessies/_components/schedule-copy'
import { DescriptionList } from '@/components/ui/text/description-list'
import { routes } from '@/lib/platform/routes'
import { hasEnded, type SessionMoments } from '@/lib/sessions/rules'
import { EditSection } from './edit-section'
import styles from './edit-section.module.css'

type Props = { session: SessionMoments & { id: string }; now: Date }

/** The moments of a kennissessie, and the ways to change them or to cancel it, or why those are closed. */
export function ScheduleSection({ session, now }: Props) {
  const items = scheduleRows(session).map(({ term, text }) => ({ term, detail: capitalise(text) }))
  return (
    <EditSection id="momenten" title="Datum en termijnen">
      <DescriptionList layout="rows" items={items} />
      {session.cancelledAt ? (
        <Paragraph className={styles.closed}>Verplaatsen kan niet meer nu hij is vervallen.</Paragraph>
      ) : (
        <ul className={styles.ways}>
          <li>
            <Link href={routes.rescheduleSession(session.id)}>Verplaatsen</Link>
            <span>Een andere dag of tijd, of andere termijnen.</span>
          </li>
          <li>
            {hasEnded(session, now) ? (
              <span>Laten vervallen kan niet meer: deze kennissessie is geweest.</span>
            ) : (
              <>
                <Link href={routes.cancelSession(session.id)}>Laten vervallen</Link>
                <span>Iedereen die is aangemeld, krijgt een mail.</span>
              </>
            )}
          </li>
        </ul>
      )}
    </EditSection>
  )
}

const capitalise = (words: string) => words.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
