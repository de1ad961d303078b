import { Fieldset, FieldsetLegend } from '@utrecht/component-library-react'
import { Checkbox } from '@/components/form/choices/checkbox'
import styles from './checkbox-group.module.css'

type Props = {
  name: string
  label: string
  options: { value: string; label: string }[]
  selected: string[]
  /** A long list, shown on demand; open when something in it is chosen. */
  isCollapsible?: boolean
}

/** Any number of choices. Nothing when there is nothing to choose from. */
export function CheckboxGroup({ name, label, options, selected, isCollapsible = false }: Props) {
  if (options.length === 0) return null
  const boxes = options.map((option) => (
    <Checkbox
      key={option.value}
      id={`veld-${name}-${option.value}`}
      name={name}
      value={option.value}
      label={option.label}
      defaultChecked={selected.includes(option.value)}
    />
  ))
  return (
    <Fieldset className={styles.group}>
      <FieldsetLegend>{label}</FieldsetLegend>
      {isCollapsible ? (
        <details open={selected.length > 0}>
          <summary className={styles.more}>Kies uit {options.length}</summary>
          <div className={styles.columns}>{boxes}</div>
        </details>
      ) : (
        boxes
      )}
    </Fieldset>
  )
}
