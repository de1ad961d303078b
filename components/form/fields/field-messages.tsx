import { FormFieldDescription, FormFieldErrorMessage } from '@utrecht/component-library-react'
import styles from './field-messages.module.css'

/** Hint and error message of a field, with the ids that `describedBy` returns. */
export function FieldMessages({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  return (
    <>
      {hint ? (
        <FormFieldDescription id={`${id}-hint`} className={styles.message}>
          {hint}
        </FormFieldDescription>
      ) : null}
      {error ? (
        <FormFieldErrorMessage id={`${id}-fout`} className={`${styles.message} ${styles.error}`}>
          {/* A screen reader announces neither colour nor place. */}
          <span className="visually-hidden">Fout: </span>
          {error}
        </FormFieldErrorMessage>
      ) : null}
    </>
  )
}
