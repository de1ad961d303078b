'use client'

import type { GetField } from '@/app/beheer/_components/form/form-state'
import { Options } from '@/app/beheer/_components/form/options'
import { markdownHint, placeholderHint } from '@/app/beheer/sessies/_components/mail-content-copy'
import styles from '@/app/beheer/sessies/[id]/_components/disclosure.module.css'
import { SelectField } from '@/components/form/fields/select-field'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { usePreHydrationValue } from '@/components/form/use-pre-hydration-value'
import { DescriptionList } from '@/components/ui/text/description-list'
import { type Placeholder, placeholders, templateLimits } from '@/lib/notifications/schema'

export type MailFormProps = {
  /** Title of the session, for the page title. */
  title: string
  /** E-mail address of the organiser, to show where the test mail goes. */
  email: string
  participants: { id: string; name: string }[]
  /** Maps each placeholder to an example value, for a fictitious participant. */
  examples: Record<Placeholder, string>
}

type Props = { field: GetField<'subject' | 'text'>; required?: boolean } & Pick<MailFormProps, 'examples'>

/** Shows the fields for subject and text of a mail. They are not `required` where a default replaces an empty field. */
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
      <details>
        <summary className={styles.more}>Wat er komt te staan, bijvoorbeeld</summary>
        <DescriptionList
          layout="rows"
          items={placeholders.map((placeholder) => ({ term: `{${placeholder}}`, detail: examples[placeholder] }))}
        />
      </details>
    </>
  )
}

type RecipientProps = Pick<MailFormProps, 'participants'> & { selectedId: string }

/** Shows the choice of the participant whose data the mail preview uses. The empty choice uses sample data. */
export function PreviewRecipientField({ participants, selectedId }: RecipientProps) {
  usePreHydrationValue('veld-as')
  return (
    <SelectField
      key={selectedId}
      id="veld-as"
      name="as"
      label="Bekijk de mail als"
      hint={participants.length === 100 ? 'Hier staan de laatste 100 aanmeldingen.' : undefined}
      defaultValue={selectedId}
    >
      <option value="">Sam Voorbeeld (bestaat niet)</option>
      <Options options={participants} />
    </SelectField>
  )
}
