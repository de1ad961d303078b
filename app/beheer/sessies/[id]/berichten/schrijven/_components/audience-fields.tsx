import { CheckboxGroup } from '@/components/form/choices/checkbox-group'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { FieldGroup } from '@/components/form/fields/field-group'

type Props = {
  values: { inTime: string; places: string[]; contactWishes: string[]; tookPart: string }
  error?: string
  /** Workplaces of the registered participants; `null` is any organisation other than a municipality. */
  places: { code: string | null; name: string; count: number }[]
}

/** The audience of a custom message: every registered participant, unless something is chosen. */
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
        id="veld-contactWishes"
        name="contactWishes"
        required={null}
        label="Hoe mogen we contact opnemen over hun vraag?"
        selected={values.contactWishes}
        options={[
          { value: 'email', label: 'Per mail' },
          { value: 'phone', label: 'Per telefoon' },
          { value: 'none', label: 'Niet' },
        ]}
      />
      <CheckboxGroup
        id="veld-places"
        name="places"
        required={null}
        label="Waar werken ze?"
        selected={values.places}
        isCollapsible
        options={places.map(({ code, name, count }) => ({
          value: code ?? 'other',
          label: `${code ? name : 'Een andere organisatie'} (${count})`,
        }))}
      />
      <CheckboxGroup
        id="veld-tookPart"
        name="tookPart"
        required={null}
        label="Deden ze mee?"
        selected={values.tookPart ? ['on'] : []}
        options={[{ value: 'on', label: 'Alleen wie heeft meegedaan' }]}
      />
    </FieldGroup>
  )
}
