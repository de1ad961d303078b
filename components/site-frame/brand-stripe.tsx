import styles from './brand-stripe.module.css'

/** Decorative stripe of twelve colours at the top of each page. */
export function BrandStripe() {
  return <div className={styles.line} aria-hidden="true" />
}
