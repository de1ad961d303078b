import { FormField, FormLabel } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './field.module.css'
import { FieldMessages } from './field-messages'

/** Props of every field. `inputProps` may be the result of `register` of react-hook-form. */
export type FieldProps<Control> = {
  /** Starts with a letter. The error summary links to it. */
  id: string
  name: string
  label: string
  hint?: string
  /** A whole sentence that says how to correct the field. */
  error?: string
  /** True by default. False adds "(niet verplicht)" to the label; null does not, as in a search form. */
  required?: boolean | null
  defaultValue?: string
  inputProps?: Control
}

type Describable = { id: string; hint?: string; error?: string }

/** The ids of hint and error message for `aria-describedby`; undefined without either. */
export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-fout`].filter(Boolean).join(' ') || undefined
}

/** Attributes that connect a control to the label, hint and error message of its field. */
export const controlProps = ({ id, hint, error, required = true }: Describable & { required?: boolean | null }) => ({
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
  /** Shown below the control: a character count, an explanation. */
  after?: ReactNode
}

/** Label, hint, error message and one control, in reading order. */
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
