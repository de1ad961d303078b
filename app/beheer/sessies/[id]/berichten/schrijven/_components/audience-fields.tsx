import { Fieldset, FieldsetLegend } from '@utrecht/component-library-react'
import styles from '@/app/beheer/sessies/[id]/berichten/schrijven/_components/checkbox-group.module.css'
import { Checkbox } from '@/components/form/choices/checkbox'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { FieldGroup } from '@/components/form/fields/field-group'

type Props = {
  values: { inTime: string; places: string[]; contactWishes: string[]; tookPart: string }
  error?: string
  /** Where who is signed up works; null stands for another organisation than a gemeente. */
  places: { code: string | null; name: string; count: number }[]
}

/** To whom a letter goes: everybody who is signed up, unless something is chosen. */
export function AudienceFields({ values, error, places }: Props) {
  return (
    <FieldGroup level={3} legend="Aan wie?" intro="Kies je niets, dan gaat het bericht naar iedereen die is aangemeld.">
      <RadioGroup
        id="veld-to"
        name="inTime"
        label="Wanneer kwam hun vraag?"
        defaultValue={values.inTime}
        error={error}
        options={[
          { value: '', label: 'Maakt niet uit' },
          { value: 'yes', label: 'Op tijd' },
          { value: 'no', label: 'Na de vragentermijn' },
        ]}
      />
      <CheckboxGroup
        name="contactWishes"
        label="Hoe mogen we contact opnemen over hun vraag?"
        selected={values.contactWishes}
        options={[
          { value: 'email', label: 'Per mail' },
          { value: 'phone', label: 'Per telefoon' },
          { value: 'none', label: 'Niet' },
        ]}
      />
      <CheckboxGroup
        name="places"
        label="Waar werken ze?"
        selected={values.places}
        isCollapsible
        options={places.map(({ code, name, count }) => ({
          value: code ?? 'other',
          label: `${code ? name : 'Een andere organisatie'} (${count})`,
        }))}
      />
      <CheckboxGroup
        name="tookPart"
        label="Deden ze mee?"
        selected={values.tookPart ? ['on'] : []}
        options={[{ value: 'on', label: 'Alleen wie heeft meegedaan' }]}
      />
    </FieldGroup>
  )
}

type CheckboxGroupProps = {
  name: string
  label: string
  options: { value: string; label: string }[]
  selected: string[]
  /** A long list, shown on demand; open when something in it is chosen. */
  isCollapsible?: boolean
}

/** Any number of choices. Nothing when there is nothing to choose from. */
function CheckboxGroup({ name, label, options, selected, isCollapsible = false }: CheckboxGroupProps) {
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
