import { Select } from '@utrecht/component-library-react'
import type { ComponentProps, ReactNode } from 'react'
import { controlProps, Field, type FieldProps } from './field'
import styles from './select-field.module.css'

type Props = FieldProps<Omit<ComponentProps<'select'>, 'id' | 'defaultValue' | 'required'>> & {
  autoComplete?: string
  /** `option` elements. The first may have an empty value, for no choice ("Kies je gemeente"). */
  children: ReactNode
  after?: ReactNode
}

/** Shows a select for one choice from a long list. Use a `RadioGroup` for a few choices. */
export function SelectField({ inputProps, autoComplete, children, ...field }: Props) {
  return (
    <Field {...field}>
      {/* After a submission React resets a select to its first default. The key makes it render the new default. */}
      <span key={field.defaultValue} className={styles.box}>
        <Select
          name={field.name}
          autoComplete={autoComplete}
          defaultValue={field.defaultValue}
          {...inputProps}
          {...controlProps(field)}
        >
          {children}
        </Select>
      </span>
    </Field>
  )
}
