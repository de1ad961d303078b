import { FormLabel } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import styles from './checkbox.module.css'
import { CheckboxInput } from './checkbox-input'

/** Attributes of a checkbox that a form may set, such as the result of `register` of react-hook-form. */
export type CheckboxInputProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'value' | 'defaultChecked' | 'className'>

type Props = {
  id: string
  name: string
  /** The value that the form submits if the checkbox is checked; `on` by default. */
  value?: string
  label: string
  hint?: string
  defaultChecked: boolean
  inputProps?: CheckboxInputProps
}

export function Checkbox({ id, name, value, label, hint, defaultChecked, inputProps }: Props) {
  return (
    <div className={styles.choice}>
      <CheckboxInput
        name={name}
        {...inputProps}
        id={id}
        value={value}
        defaultChecked={defaultChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <div>
        <FormLabel type="checkbox" htmlFor={id}>
          {label}
        </FormLabel>
        {hint ? (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}
