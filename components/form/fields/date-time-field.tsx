import { Textbox } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './date-time-field.module.css'
import { controlProps, Field, type FieldProps } from './field'

/** Shows the browser's own control for a date or a time. */
export function DateTimeField({ type, ...field }: Omit<FieldProps<never>, 'inputProps'> & { type: 'date' | 'time' }) {
  return (
    <Field {...field}>
      <Textbox
        name={field.name}
        type={type}
        autoComplete="off"
        defaultValue={field.defaultValue}
        className={styles[type]}
        {...controlProps(field)}
      />
    </Field>
  )
}

/** Shows date and time fields beside each other, as far as they fit. */
export function DateTimeRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
