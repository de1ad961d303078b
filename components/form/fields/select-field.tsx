import { Select } from '@utrecht/component-library-react'
import type { ComponentProps, ReactNode } from 'react'
import { describedBy, Field, type FieldProps } from './field'
import styles from './select-field.module.css'

type SelectProps = Omit<ComponentProps<'select'>, 'id' | 'defaultValue' | 'required'>

type Props = FieldProps<SelectProps> & {
  autoComplete?: string
  /** The options; the first one empty when nothing is chosen yet ("Kies je gemeente"). */
  children: ReactNode
  after?: ReactNode
}

/** One choice from a long list. For few choices a RadioGroup is easier. */
export function SelectField(props: Props) {
  const { id, name, label, hint, error, required = true, defaultValue, inputProps, autoComplete, after } = props
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} after={after}>
      <span className={styles.box}>
        {/* React puts a select back to its first default when a form was sent: with a new one it is another select. */}
        <Select
          key={defaultValue}
          name={name}
          autoComplete={autoComplete}
          defaultValue={defaultValue}
          {...inputProps}
          id={id}
          required={required ?? false}
          invalid={Boolean(error)}
          aria-describedby={describedBy(id, hint, error)}
        >
          {props.children}
        </Select>
      </span>
    </Field>
  )
}
