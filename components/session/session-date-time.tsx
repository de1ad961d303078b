import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { DayTile } from './day-tile'
import styles from './session-date-time.module.css'

/** Day and time, as a calendar leaf and in words. */
export function SessionDateTime({ startsAt, endsAt, cancelled }: { startsAt: Date; endsAt: Date; cancelled: boolean }) {
  const dateAndTime = (
    <>
      <time dateTime={isoLocal(startsAt)} className={styles.date}>
        {longDate(startsAt)}
      </time>
      <span className={styles.time}>{timeRange(startsAt, endsAt)}, online</span>
    </>
  )
  return (
    <div className={styles.when}>
      <DayTile at={startsAt} />
      <p>{cancelled ? <s className={styles.cancelled}>{dateAndTime}</s> : dateAndTime}</p>
    </div>
  )
}
