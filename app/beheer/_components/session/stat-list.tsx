import styles from './stat-list.module.css'

type Props = { registrations: number; inTime: number; later: number; waiting: number }

/** How many have a place, how many of their questions came in time, and how many wait, if anybody does. */
export function StatList({ registrations, inTime, later, waiting }: Props) {
  return (
    <dl className={styles.counts}>
      <Stat label="aangemeld" count={registrations} />
      <Stat label="op tijd" count={inTime} />
      <Stat label="later" count={later} />
      {waiting > 0 ? <Stat label="wachtlijst" count={waiting} /> : null}
    </dl>
  )
}

function Stat({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count.toLocaleString('nl-NL')}</dd>
    </div>
  )
}
