import { markdownHint, placeholderHint } from '@/app/beheer/sessies/_components/mail-content-copy'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { type Placeholder, templateLimits } from '@/lib/notifications/schema'
import { PlaceholderList } from './placeholder-list'

type Props = {
  values: { subject: string; text: string }
  errors: Record<string, string>
  /** False where an empty field stands for the standard words. */
  required?: boolean
  examples: Record<Placeholder, string>
}

/** Subject and text of a mail that an organiser writes. */
export function MailContentFields({ values, errors, required = true, examples }: Props) {
  return (
    <>
      <TextField
        id="veld-subject"
        name="subject"
        label="Onderwerp"
        wide
        required={required}
        defaultValue={values.subject}
        error={errors.subject}
        inputProps={{ autoComplete: 'off' }}
      />
      <TextAreaField
        id="veld-text"
        name="text"
        label="Tekst"
        hint={`${placeholderHint} ${markdownHint}`}
        rows={12}
        required={required}
        maxLength={templateLimits.text}
        defaultValue={values.text}
        error={errors.text}
      />
      <PlaceholderList examples={examples} />
    </>
  )
}
