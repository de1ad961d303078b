import styles from './brand-stripe.module.css'

/** The thin line of twelve strands on top of every page. */
export function BrandStripe() {
  return <div className={styles.line} aria-hidden="true" />
}
