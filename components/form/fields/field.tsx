import { FormField, FormLabel } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './field.module.css'
import { FieldMessages } from './field-messages'

/** What every field takes. `inputProps` may be what `register` of react-hook-form returns: its ref goes to the control. */
export type FieldProps<Control> = {
  /** Starts with a letter. The summary of errors links to it. */
  id: string
  name: string
  label: string
  hint?: string
  /** How to mend it, in a whole sentence. */
  error?: string
  /** True when left out; false adds "(niet verplicht)" to the label; null adds nothing: in a search nothing is obligatory. */
  required?: boolean | null
  defaultValue?: string
  inputProps?: Control
}

/** The ids of hint and message of a field, for aria-describedby; undefined when it has neither. */
export function describedBy(id: string, hint?: unknown, error?: unknown): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-fout`].filter(Boolean).join(' ') || undefined
}

/** "(niet verplicht)" behind a label. */
export function OptionalMarker() {
  return <span className={styles.optional}> (niet verplicht)</span>
}

type Props = Pick<FieldProps<never>, 'id' | 'label' | 'hint' | 'error' | 'required'> & {
  /** The control itself. */
  children: ReactNode
  /** Comes under the control: a counter, "Waarom vragen we dit?". */
  after?: ReactNode
}

/** Label, hint and message around one control, above each other in reading order. */
export function Field({ id, label, hint, error, required = true, children, after }: Props) {
  return (
    <FormField invalid={Boolean(error)} className={styles.field}>
      <FormLabel htmlFor={id} className={styles.label}>
        {label}
        {required === false ? <OptionalMarker /> : null}
      </FormLabel>
      <FieldMessages id={id} hint={hint} error={error} />
      <div className={styles.control}>{children}</div>
      {after}
    </FormField>
  )
}
