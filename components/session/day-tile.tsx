import { calendarTile } from '@/lib/platform/time'
import styles from './day-tile.module.css'

/** Shows a date as a calendar tile. It is hidden from screen readers: the page also states the date in words. */
export function DayTile({ at, size = 'large' }: { at: Date; size?: 'large' | 'small' }) {
  const { weekday, day, month } = calendarTile(at)
  return (
    <div className={`${styles.tile} ${styles[size]}`} aria-hidden="true">
      <span className={styles.weekday}>{weekday}</span>
      <span className={styles.day}>{day}</span>
      <span className={styles.month}>{month}</span>
    </div>
  )
}
