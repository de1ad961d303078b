import styles from './counts.module.css'

/** How many signed up, and how many of their questions came in time. */
export function Counts({ registrations, inTime, later }: { registrations: number; inTime: number; later: number }) {
  return (
    <dl className={styles.counts}>
      <Count label="aangemeld" count={registrations} />
      <Count label="op tijd" count={inTime} />
      <Count label="later" count={later} />
    </dl>
  )
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count.toLocaleString('nl-NL')}</dd>
    </div>
  )
}
