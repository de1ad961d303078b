import styles from './bar.module.css'

/** A bar for a part of a whole, hidden from screen readers: the number is next to it. */
export function Bar({ part, whole }: { part: number; whole: number }) {
  const share = whole > 0 ? (100 * part) / whole : 0
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className={styles.whole} width="100" height="10" />
      <rect className={styles.part} width={share} height="10" />
    </svg>
  )
}
