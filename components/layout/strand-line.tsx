import styles from './strand-line.module.css'

/** The thin line of twelve strands on top of every page. */
export function StrandLine() {
  return <div className={styles.line} aria-hidden="true" />
}
