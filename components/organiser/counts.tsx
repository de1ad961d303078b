import styles from './counts.module.css'

type Props = { registrations: number; inTime: number; later: number; waiting: number }

/** How many have a place, how many of their questions came in time, and how many wait, if anybody does. */
export function Counts({ registrations, inTime, later, waiting }: Props) {
  return (
    <dl className={styles.counts}>
      <Count label="aangemeld" count={registrations} />
      <Count label="op tijd" count={inTime} />
      <Count label="later" count={later} />
      {waiting > 0 ? <Count label="wachtlijst" count={waiting} /> : null}
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
