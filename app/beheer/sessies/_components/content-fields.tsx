import { FieldGroup } from '@/components/form/fields/field-group'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { type DetailsField, detailsLimits } from '@/lib/sessions/details-schema'
import { markdownHint } from './mail-content-copy'
import { contentLabels } from './session-copy'

type Props = {
  values: Record<DetailsField, string>
  /** A sentence for each field that has to be mended. */
  errors: Record<string, string>
  /** What the address does when it is changed, or where it comes from. */
  slugHint: string
  /** 3 when the page has a heading above them. */
  level: 2 | 3
}

const imageHint =
  'Koppen maak je met ## ervoor. Een afbeelding van deze site zet je op een eigen regel: ![Wat er te zien is](/beelden/naam.svg "Bijschrift"). Leg onder een ingewikkelde afbeelding in de tekst uit wat je ziet.'

/** The texts of a kennissessie. */
export function ContentFields({ values, errors, slugHint, level }: Props) {
  const field = (name: DetailsField) =>
    ({
      id: `veld-${name}`,
      name,
      label: contentLabels[name],
      defaultValue: values[name],
      error: errors[name],
    }) as const
  const noAutocomplete = { inputProps: { autoComplete: 'off' } } as const
  return (
    <>
      <FieldGroup level={level} legend="De pagina">
        <TextField {...field('title')} {...noAutocomplete} wide />
        <TextField {...field('slug')} {...noAutocomplete} wide required={false} hint={slugHint} />
        <TextAreaField
          {...field('summary')}
          rows={3}
          maxLength={detailsLimits.summary}
          hint="Een of twee zinnen. Dit staat onder de titel, en in zoekmachines."
        />
        <TextAreaField
          {...field('body')}
          rows={16}
          maxLength={detailsLimits.body}
          hint={`${markdownHint} ${imageHint}`}
        />
        <TextAreaField
          {...field('audience')}
          maxLength={detailsLimits.audience}
          hint="Dit staat onder een eigen kop."
        />
      </FieldGroup>
      <FieldGroup level={level} legend="Wie erachter zit">
        <TextField {...field('organisedBy')} {...noAutocomplete} />
        <TextField
          {...field('contactName')}
          {...noAutocomplete}
          hint="Bij deze persoon kunnen mensen terecht met vragen."
        />
        <TextField {...field('contactEmail')} {...noAutocomplete} type="email" />
      </FieldGroup>
    </>
  )
}
