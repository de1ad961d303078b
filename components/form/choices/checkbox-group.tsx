import type { FieldProps } from '@/components/form/fields/field'
import { Checkbox, type CheckboxInputProps } from './checkbox'
import styles from './checkbox-group.module.css'
import { ChoiceFieldset } from './choice-fieldset'

type Props = Omit<FieldProps<CheckboxInputProps>, 'defaultValue'> & {
  options: { value: string; label: string }[]
  selected: string[]
  /** Hides the checkboxes behind a summary ("Kies uit 12"). They start visible if one is selected. */
  isCollapsible?: boolean
}

/** Shows a checkbox for each option, if there is any. The first has `id`, to which the error summary links. */
export function CheckboxGroup({ id, name, options, selected, inputProps, isCollapsible = false, ...field }: Props) {
  if (options.length === 0) return null
  const checkboxes = options.map((option, index) => (
    <Checkbox
      key={option.value}
      id={index === 0 ? id : `${id}-${index}`}
      name={name}
      value={option.value}
      label={option.label}
      defaultChecked={selected.includes(option.value)}
      inputProps={inputProps}
    />
  ))
  return (
    <ChoiceFieldset {...field} id={id} className={styles.group}>
      {isCollapsible ? (
        <details open={selected.length > 0}>
          <summary className={styles.summary}>Kies uit {options.length}</summary>
          <div className={styles.columns}>{checkboxes}</div>
        </details>
      ) : (
        checkboxes
      )}
    </ChoiceFieldset>
  )
}
