import { FormFieldDescription, FormFieldErrorMessage } from '@utrecht/component-library-react'
import styles from './field-messages.module.css'

/** Shows the hint and the error message of the field `id`. They have the ids that `describedBy` returns. */
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
