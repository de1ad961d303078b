import { FormField, FormLabel } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './field.module.css'
import { FieldMessages } from './field-messages'

/** Props that all fields share. `inputProps` is for the control, such as the result of `register` of react-hook-form. */
export type FieldProps<Control> = {
  /** Id of the control, which the error summary links to. */
  id: string
  name: string
  label: string
  hint?: string
  /** Error message: a sentence about how to correct the field. */
  error?: string
  /** True by default. For an optional field, `false` adds "(niet verplicht)" to the label and `null` adds nothing. */
  required?: boolean | null
  defaultValue?: string
  inputProps?: Control
}

/** Returns the ids of the hint and the error message, for `aria-describedby`. Returns `undefined` without either. */
export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-fout`].filter(Boolean).join(' ') || undefined
}

/** Returns the attributes that connect a control to the label, hint and error message of its field. */
export const controlProps = ({ id, hint, error, required = true }: Omit<FieldProps<never>, 'name' | 'label'>) => ({
  id,
  required: required ?? false,
  invalid: Boolean(error),
  'aria-describedby': describedBy(id, hint, error),
})

export function LabelText({ label, required }: Pick<FieldProps<never>, 'label' | 'required'>) {
  return (
    <>
      {label}
      {required === false ? <span className={styles.optional}> (niet verplicht)</span> : null}
    </>
  )
}

type Props = Pick<FieldProps<never>, 'id' | 'label' | 'hint' | 'error' | 'required'> & {
  children: ReactNode
  /** Shown below the control, such as a character count. */
  after?: ReactNode
}

/** Shows the label, the hint, the error message and one control (`children`), in this order. */
export function Field({ id, label, hint, error, required, children, after }: Props) {
  return (
    <FormField invalid={Boolean(error)} className={styles.field}>
      <FormLabel htmlFor={id} className={styles.label}>
        <LabelText label={label} required={required} />
      </FormLabel>
      <FieldMessages id={id} hint={hint} error={error} />
      <div className={styles.control}>{children}</div>
      {after}
    </FormField>
  )
}
