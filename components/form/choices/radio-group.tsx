import { Fieldset, FieldsetLegend, FormLabel, RadioButton } from '@utrecht/component-library-react'
import { type ComponentProps, Fragment, type ReactNode } from 'react'
import { describedBy, type FieldProps, OptionalMarker } from '@/components/form/fields/field'
import { FieldMessages } from '@/components/form/fields/field-messages'
import styles from './radio-group.module.css'

type RadioProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'value' | 'defaultChecked' | 'required'>

export type RadioOption = {
  value: string
  label: string
  /** A field that only this choice asks for. It shows when the choice is made, by CSS alone. */
  reveal?: ReactNode
}

type Props = FieldProps<RadioProps> & { options: RadioOption[]; after?: ReactNode }

/** One choice out of a few. `id` is that of the first choice, so that the summary of errors leads to it. */
export function RadioGroup(props: Props) {
  const { id, name, label, hint, error, required = true, defaultValue, inputProps, options, after } = props
  return (
    <Fieldset
      role="radiogroup"
      required={required ?? undefined}
      invalid={Boolean(error)}
      aria-describedby={describedBy(id, hint, error)}
      className={styles.group}
    >
      <FieldsetLegend>
        {label}
        {required === false ? <OptionalMarker /> : null}
      </FieldsetLegend>
      <FieldMessages id={id} hint={hint} error={error} />
      {options.map((option, index) => {
        const optionId = index === 0 ? id : `${id}-${index}`
        return (
          <Fragment key={option.value}>
            <FormLabel type="radio" className={styles.choice}>
              <RadioButton
                name={name}
                {...inputProps}
                id={optionId}
                value={option.value}
                defaultChecked={defaultValue === option.value}
                invalid={Boolean(error)}
                // ARIA knows an invalid group of radios, not an invalid radio.
                aria-invalid={undefined}
              />
              <span>{option.label}</span>
            </FormLabel>
            {option.reveal ? <div className={styles.reveal}>{option.reveal}</div> : null}
          </Fragment>
        )
      })}
      {after}
    </Fieldset>
  )
}
