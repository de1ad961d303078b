import { markdownHint, placeholderHint } from '@/app/beheer/sessies/_components/mail-content-copy'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { type Placeholder, templateLimits } from '@/lib/notifications/schema'
import { PlaceholderList } from './placeholder-list'

type Name = 'subject' | 'text'
type Props = {
  field: (name: Name) => { id: string; name: Name; defaultValue: string; error?: string }
  /** False where an empty field stands for the default text. */
  required?: boolean
  examples: Record<Placeholder, string>
}

/** Subject and text of a mail that an organiser writes. */
export function MailContentFields({ field, required = true, examples }: Props) {
  return (
    <>
      <TextField
        {...field('subject')}
        label="Onderwerp"
        wide
        required={required}
        inputProps={{ autoComplete: 'off' }}
      />
      <TextAreaField
        {...field('text')}
        label="Tekst"
        hint={`${placeholderHint} ${markdownHint}`}
        rows={12}
        required={required}
        maxLength={templateLimits.text}
      />
      <PlaceholderList examples={examples} />
    </>
  )
}
