import { FieldGroup } from '@/components/form/field-group'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { type ContentField, contentLimits } from '@/lib/sessions/schema-content'
import { markdownHint } from './mail-words'
import { contentLabels } from './session-words'

type Props = {
  values: Record<ContentField, string>
  /** A sentence for each field that has to be mended. */
  errors: Record<string, string>
  /** What the address does when it is changed, or where it comes from. */
  slugHint: string
  /** 3 when the page has a heading above them. */
  level: 2 | 3
}

const pictureHint =
  'Koppen maak je met ## ervoor. Een afbeelding van deze site zet je op een eigen regel: ![Wat er te zien is](/beelden/naam.svg "Bijschrift"). Leg onder een ingewikkelde afbeelding in de tekst uit wat je ziet.'

/** The texts of a kennissessie. */
export function ContentFields({ values, errors, slugHint, level }: Props) {
  const field = (name: ContentField) =>
    ({
      id: `veld-${name}`,
      name,
      label: contentLabels[name],
      defaultValue: values[name],
      error: errors[name],
    }) as const
  const off = { inputProps: { autoComplete: 'off' } } as const
  return (
    <>
      <FieldGroup level={level} legend="De pagina">
        <TextField {...field('title')} {...off} wide />
        <TextField {...field('slug')} {...off} wide required={false} hint={slugHint} />
        <TextAreaField
          {...field('summary')}
          rows={3}
          maxLength={contentLimits.summary}
          hint="Een of twee zinnen. Dit staat onder de titel, en in zoekmachines."
        />
        <TextAreaField
          {...field('body')}
          rows={16}
          maxLength={contentLimits.body}
          hint={`${markdownHint} ${pictureHint}`}
        />
        <TextAreaField
          {...field('audience')}
          maxLength={contentLimits.audience}
          hint="Dit staat onder een eigen kop."
        />
      </FieldGroup>
      <FieldGroup level={level} legend="Wie erachter zit">
        <TextField {...field('organisedBy')} {...off} />
        <TextField {...field('contactName')} {...off} hint="Bij deze persoon kunnen mensen terecht met vragen." />
        <TextField {...field('contactEmail')} {...off} type="email" />
      </FieldGroup>
    </>
  )
}
