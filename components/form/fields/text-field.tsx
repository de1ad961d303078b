import { Textbox } from '@utrecht/component-library-react'
import type { ComponentProps, ReactNode } from 'react'
import { controlProps, Field, type FieldProps } from './field'
import styles from './text-field.module.css'

type Props = FieldProps<Omit<ComponentProps<'input'>, 'id' | 'type' | 'defaultValue' | 'required'>> & {
  type?: 'text' | 'email' | 'tel' | 'password'
  autoComplete?: string
  /** Makes the input as wide as the text column, for a whole sentence. By default the input is short. */
  wide?: boolean
  after?: ReactNode
}

export function TextField({ type = 'text', autoComplete, wide = false, inputProps, ...field }: Props) {
  return (
    <Field {...field}>
      <Textbox
        name={field.name}
        autoComplete={autoComplete}
        defaultValue={field.defaultValue}
        spellCheck={type === 'email' || type === 'password' ? false : undefined}
        {...inputProps}
        {...controlProps(field)}
        type={type}
        className={wide ? undefined : styles.short}
      />
    </Field>
  )
}

export const EmailField = (props: Omit<Props, 'type' | 'label'> & { label?: string }) => (
  <TextField label="E-mailadres" autoComplete="email" {...props} type="email" />
)
