import type { GetField } from '@/app/beheer/_components/form/form-state'
import { FieldGroup } from '@/components/form/fields/field-group'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { type DetailsField, detailsLimits } from '@/lib/sessions/details-schema'
import { markdownHint } from './mail-content-copy'
import { contentLabels } from './session-copy'

type Props = {
  field: GetField<DetailsField>
  slugHint: string
  /** Level of the headings. */
  level: 2 | 3
}

const imageHint =
  'Koppen maak je met ## ervoor. Een afbeelding van deze site zet je op een eigen regel: ![Wat er te zien is](/beelden/naam.svg "Bijschrift"). Leg onder een ingewikkelde afbeelding in de tekst uit wat je ziet.'

/** The texts of a session. */
export function ContentFields({ field, slugHint, level }: Props) {
  const labelled = (name: DetailsField) => ({ ...field(name), label: contentLabels[name] })
  const noAutocomplete = { inputProps: { autoComplete: 'off' } } as const
  return (
    <>
      <FieldGroup level={level} legend="De pagina">
        <TextField {...labelled('title')} {...noAutocomplete} wide />
        <TextField {...labelled('slug')} {...noAutocomplete} wide required={false} hint={slugHint} />
        <TextAreaField
          {...labelled('summary')}
          rows={3}
          maxLength={detailsLimits.summary}
          hint="Een of twee zinnen. Dit staat onder de titel, en in zoekmachines."
        />
        <TextAreaField
          {...labelled('body')}
          rows={16}
          maxLength={detailsLimits.body}
          hint={`${markdownHint} ${imageHint}`}
        />
        <TextAreaField
          {...labelled('audience')}
          maxLength={detailsLimits.audience}
          hint="Dit staat onder een eigen kop."
        />
      </FieldGroup>
      <FieldGroup level={level} legend="Wie erachter zit">
        <TextField {...labelled('organisedBy')} {...noAutocomplete} />
        <TextField
          {...labelled('contactName')}
          {...noAutocomplete}
          hint="Bij deze persoon kunnen mensen terecht met vragen."
        />
        <TextField {...labelled('contactEmail')} {...noAutocomplete} type="email" />
      </FieldGroup>
    </>
  )
}
