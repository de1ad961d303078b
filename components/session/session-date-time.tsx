import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { DayTile } from './day-tile'
import styles from './session-date-time.module.css'

type SessionTimes = { startsAt: Date; endsAt: Date }

/** Shows a calendar tile and the date and time of a session. They are struck through if the session is cancelled. */
export function SessionDateTime({ session }: { session: SessionTimes & { cancelledAt: Date | null } }) {
  const dateAndTime = (
    <>
      <time dateTime={isoLocal(session.startsAt)} className={styles.date}>
        {longDate(session.startsAt)}
      </time>
      <span className={styles.time}>{timeRange(session.startsAt, session.endsAt)}, online</span>
    </>
  )
  return (
    <div className={styles.when}>
      <DayTile at={session.startsAt} />
      <p>{session.cancelledAt ? <s className={styles.cancelled}>{dateAndTime}</s> : dateAndTime}</p>
    </div>
  )
}

/** Shows a text such as "dinsdag 8 november 2022, 15.00 tot 16.30 uur, online". */
export const SessionDateTimeText = ({ session: { startsAt, endsAt } }: { session: SessionTimes }) => (
  <>
    <time dateTime={isoLocal(startsAt)}>{longDate(startsAt)}</time>, {timeRange(startsAt, endsAt)}, online
  </>
)
