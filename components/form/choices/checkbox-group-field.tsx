import { Fieldset, FieldsetLegend } from '@utrecht/component-library-react'
import { describedBy, type FieldProps, OptionalMarker } from '@/components/form/fields/field'
import { FieldMessages } from '@/components/form/fields/field-messages'
import { Checkbox } from './checkbox'
import styles from './checkbox-group-field.module.css'

type Props = Omit<FieldProps<never>, 'inputProps' | 'defaultValue'> & { options: string[]; chosen: string[] }

/** Any of a few options. `id` is that of the first box, so that the summary of errors leads to it. */
export function CheckboxGroupField({ id, name, label, hint, error, required = true, options, chosen }: Props) {
  return (
    <Fieldset aria-describedby={describedBy(id, hint, error)} className={styles.group}>
      <FieldsetLegend>
        {label}
        {required === false ? <OptionalMarker /> : null}
      </FieldsetLegend>
      <FieldMessages id={id} hint={hint} error={error} />
      {options.map((option, index) => (
        <Checkbox
          key={option}
          id={index === 0 ? id : `${id}-${index}`}
          name={name}
          value={option}
          label={option}
          defaultChecked={chosen.includes(option)}
        />
      ))}
    </Fieldset>
  )
}
