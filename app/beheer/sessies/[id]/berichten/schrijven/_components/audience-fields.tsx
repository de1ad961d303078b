import { Link } from '@utrecht/component-library-react'
import { CheckboxGroup } from '@/components/form/choices/checkbox-group'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { DescriptionList } from '@/components/ui/text/description-list'
import { onePersonAudience } from '@/lib/notifications/schema'

export type AudienceChoices = {
  /** Each status of a registration, with its Dutch label and the number of people with it. */
  statuses: { status: string; label: string; count: number }[]
  /** Municipalities with registrations. `code` is `null` for all other organisations. */
  places: { code: string | null; name: string }[]
}

/** Key of the error message about the chosen statuses, among the error messages by field name. */
export const audienceError = 'to.statuses'

type Values = { statuses: string[]; inTime: string; places: string[]; contactWishes: string[]; tookPart: string }
type Props = { values: Values; error?: string; choices: AudienceChoices }

/**
 * Shows the fields that choose the recipients of a custom message: first their statuses, then filters such as
 * workplace.
 */
export function AudienceFields({ values, error, choices: { statuses, places } }: Props) {
  const shown = statuses.filter(
    ({ status, count }) => count > 0 || status === 'signed-up' || values.statuses.includes(status),
  )
  const filters = [
    {
      name: 'contactWishes',
      label: 'Hoe mogen we contact opnemen over hun vraag?',
      selected: values.contactWishes,
      options: [
        { value: 'email', label: 'Per mail' },
        { value: 'phone', label: 'Per telefoon' },
        { value: 'none', label: 'Niet' },
      ],
    },
    {
      name: 'places',
      label: 'Waar werken ze?',
      selected: values.places,
      isCollapsible: true,
      options: places.map(({ code, name }) => ({
        value: code ?? 'other',
        label: code ? name : 'Een andere organisatie',
      })),
    },
    {
      name: 'tookPart',
      label: 'Deden ze mee?',
      selected: values.tookPart ? ['on'] : [],
      options: [{ value: 'on', label: 'Alleen wie heeft meegedaan' }],
    },
  ]
  return (
    <FieldGroup
      level={3}
      legend="Aan wie?"
      intro="Het bericht gaat naar iedereen met een stand die je aankruist. Met de vragen daaronder kies je een deel van hen."
    >
      <CheckboxGroup
        id={fieldId(audienceError)}
        name="statuses"
        label="Wat is hun stand?"
        hint="Onderaan de mail staat voor ieder waarom die hem krijgt. Wie is afgemeld, krijgt vanzelf geen mail meer: schrijf alleen als het nodig is."
        required={null}
        selected={values.statuses}
        error={error}
        options={shown.map(({ status, label, count }) => ({
          value: status,
          label: `${label.charAt(0).toUpperCase()}${label.slice(1)} (${count.toLocaleString('nl-NL')})`,
        }))}
      />
      <RadioGroup
        id="veld-inTime"
        name="inTime"
        label="Wanneer kwam hun vraag?"
        defaultValue={values.inTime}
        options={[
          { value: '', label: 'Maakt niet uit' },
          { value: 'yes', label: 'Op tijd' },
          { value: 'no', label: 'Na de vragentermijn' },
        ]}
      />
      {filters.map((filter) => (
        <CheckboxGroup key={filter.name} id={fieldId(filter.name)} required={null} {...filter} />
      ))}
    </FieldGroup>
  )
}

type RecipientProps = { recipient: { name: string; email: string; status: string; path: string } }

/**
 * Shows the only recipient of a custom message. Submits all statuses, so that the person gets the message with any
 * status.
 */
export function RecipientFields({ recipient: { name, email, status, path } }: RecipientProps) {
  const person = (
    <>
      <Link href={path}>
        <bdi>{name}</bdi>
      </Link>
      , {email}
    </>
  )
  return (
    <>
      <DescriptionList
        layout="rows"
        items={[
          { term: 'Aan', detail: person },
          { term: 'Stand', detail: status },
        ]}
      />
      {onePersonAudience.statuses.map((each) => (
        <input key={each} type="hidden" name="statuses" value={each} />
      ))}
    </>
  )
}
