import type { GetField } from '@/app/beheer/_components/form/form-state'
import { markdownHint, placeholderHint } from '@/app/beheer/sessies/_components/mail-content-copy'
import styles from '@/app/beheer/sessies/[id]/_components/disclosure.module.css'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { DescriptionList } from '@/components/ui/text/description-list'
import { type Placeholder, placeholders, templateLimits } from '@/lib/notifications/schema'

type Props = {
  field: GetField<'subject' | 'text'>
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

/** Lists the placeholders of this mail, each with its value for a sample participant. */
function PlaceholderList({ examples }: { examples: Record<Placeholder, string> }) {
  return (
    <details>
      <summary className={styles.more}>Wat er komt te staan, bijvoorbeeld</summary>
      <DescriptionList
        layout="rows"
        items={placeholders.map((placeholder) => ({ term: `{${placeholder}}`, detail: examples[placeholder] }))}
      />
    </details>
  )
}
