import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { DayTile } from './day-tile'
import styles from './when.module.css'

/** Day and time, as a calendar leaf and in words. */
export function When({ startsAt, endsAt, cancelled }: { startsAt: Date; endsAt: Date; cancelled: boolean }) {
  const words = (
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
      <p>{cancelled ? <s className={styles.cancelled}>{words}</s> : words}</p>
    </div>
  )
}
