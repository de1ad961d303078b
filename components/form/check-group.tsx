import { Fieldset, FieldsetLegend } from '@utrecht/component-library-react'
import styles from './check-group.module.css'
import { Checkbox } from './checkbox'
import { describedBy, type FieldProps, Optional } from './field'
import { FieldNotes } from './field-notes'

type Props = Omit<FieldProps<never>, 'inputProps' | 'defaultValue'> & { options: string[]; chosen: string[] }

/** Any of a few options. `id` is that of the first box, so that the summary of errors leads to it. */
export function CheckGroup({ id, name, label, hint, error, required = true, options, chosen }: Props) {
  return (
    <Fieldset aria-describedby={describedBy(id, hint, error)} className={styles.group}>
      <FieldsetLegend>
        {label}
        {required === false ? <Optional /> : null}
      </FieldsetLegend>
      <FieldNotes id={id} hint={hint} error={error} />
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
