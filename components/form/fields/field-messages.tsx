import { FormFieldDescription, FormFieldErrorMessage } from '@utrecht/component-library-react'
import styles from './field.module.css'

/** The hint and the message of a field, with the ids that `describedBy` names. */
export function FieldMessages({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  return (
    <>
      {hint ? (
        <FormFieldDescription id={`${id}-hint`} className={styles.note}>
          {hint}
        </FormFieldDescription>
      ) : null}
      {error ? (
        <FormFieldErrorMessage id={`${id}-fout`} className={`${styles.note} ${styles.error}`}>
          {/* A form read aloud without colour or place still says that this sentence is about something wrong. */}
          <span className="visually-hidden">Fout: </span>
          {error}
        </FormFieldErrorMessage>
      ) : null}
    </>
  )
}
