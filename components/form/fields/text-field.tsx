import { Textbox } from '@utrecht/component-library-react'
import type { ComponentProps, ReactNode } from 'react'
import { describedBy, Field, type FieldProps } from './field'
import styles from './field.module.css'

type InputProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'defaultValue' | 'required'>

type Props = FieldProps<InputProps> & {
  type?: 'text' | 'email' | 'tel' | 'password'
  /** The token of the HTML standard, so that the browser fills in what it knows. */
  autoComplete?: string
  /** As wide as the text around it: for what is a sentence. */
  wide?: boolean
  after?: ReactNode
}

/** One line of text. */
export function TextField(props: Props) {
  const {
    id,
    name,
    label,
    hint,
    error,
    required = true,
    defaultValue,
    inputProps,
    type,
    autoComplete,
    wide,
    after,
  } = props
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} after={after}>
      <Textbox
        name={name}
        autoComplete={autoComplete}
        defaultValue={defaultValue}
        spellCheck={type === 'email' || type === 'password' ? false : undefined}
        {...inputProps}
        id={id}
        type={type ?? 'text'}
        className={wide ? undefined : styles.short}
        required={required ?? false}
        invalid={Boolean(error)}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  )
}
