import { Textbox } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './date-time-field.module.css'
import { describedBy, Field, type FieldProps } from './field'

type Props = Omit<FieldProps<never>, 'inputProps'> & {
  type: 'date' | 'time'
}

/** A day or a time, in the browser's own field: it asks in the order and the words that somebody is used to. */
export function DateTimeField({ type, id, name, label, hint, error, required = true, defaultValue }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required}>
      <Textbox
        id={id}
        name={name}
        type={type}
        autoComplete="off"
        defaultValue={defaultValue}
        className={styles[type]}
        required={required ?? false}
        invalid={Boolean(error)}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  )
}

/** Day and times beside each other where there is room. */
export function DateTimeRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
