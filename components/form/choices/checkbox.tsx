import { FormLabel } from '@utrecht/component-library-react'
import styles from './checkbox.module.css'
import { CheckboxInput } from './checkbox-input'

type Props = {
  id: string
  name: string
  /** What is sent when it is on; 'on' when left out. */
  value?: string
  label: string
  /** Says more about the choice, under it. */
  hint?: string
  defaultChecked: boolean
}

/** Something that is on or off by itself. */
export function Checkbox({ id, name, value, label, hint, defaultChecked }: Props) {
  return (
    <div className={styles.choice}>
      <CheckboxInput
        id={id}
        name={name}
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
