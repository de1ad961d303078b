import { FormLabel, RadioButton } from '@utrecht/component-library-react'
import { type ComponentProps, Fragment, type ReactNode } from 'react'
import type { FieldProps } from '@/components/form/fields/field'
import { ChoiceFieldset } from './choice-fieldset'
import styles from './radio-group.module.css'

type RadioProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'value' | 'defaultChecked' | 'required'>

type RadioOption = {
  value: string
  label: string
  /** A field that CSS shows only while this radio button is selected. */
  reveal?: ReactNode
}

type Props = FieldProps<RadioProps> & { options: RadioOption[]; after?: ReactNode }

/** Shows a radio button for each option. The first has `id`, to which the error summary links. */
export function RadioGroup({ id, name, defaultValue, inputProps, options, after, ...field }: Props) {
  return (
    <ChoiceFieldset {...field} id={id} role="radiogroup">
      {options.map((option, index) => (
        <Fragment key={option.value}>
          <FormLabel type="radio" className={styles.choice}>
            <RadioButton
              name={name}
              {...inputProps}
              id={index === 0 ? id : `${id}-${index}`}
              value={option.value}
              defaultChecked={defaultValue === option.value}
              invalid={Boolean(field.error)}
              // ARIA allows `aria-invalid` on the group, not on a radio button.
              aria-invalid={undefined}
            />
            <span>{option.label}</span>
          </FormLabel>
          {option.reveal ? <div className={styles.reveal}>{option.reveal}</div> : null}
        </Fragment>
      ))}
      {after}
    </ChoiceFieldset>
  )
}
