'use client'

import type { ComponentProps } from 'react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { mailContentErrors, testMailFlash } from '@/app/beheer/sessies/_components/mail-content-copy'
import {
  mailRecipientsSentence,
  peopleCount,
  stalePreviewMessages,
} from '@/app/beheer/sessies/_components/recipient-copy'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { MailContentFields } from '@/app/beheer/sessies/[id]/berichten/_components/mail-content-fields'
import { PreviewRecipientField } from '@/app/beheer/sessies/[id]/berichten/_components/preview-recipient-field'
import { AudienceFields } from '@/app/beheer/sessies/[id]/berichten/schrijven/_components/audience-fields'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { Callout } from '@/components/ui/callout'
import type { CustomMessageRefusal, TemplateFieldReason } from '@/lib/notifications/schema'

export type CustomMessageValues = {
  /** Id of the message that the form creates. */
  customMessageId: string
  subject: string
  text: string
  inTime: string
  places: string[]
  contactWishes: string[]
  tookPart: string
  /** Id of the registration to preview it as, or empty. */
  previewRegistrationId: string
}

export type CustomMessageState = FormState<
  CustomMessageValues,
  TemplateFieldReason,
  CustomMessageRefusal,
  'tested',
  CustomMessagePreview
>

type Props = {
  action: FormAction<CustomMessageState>
  initialValues: CustomMessageValues
  title: string
  email: string
  places: ComponentProps<typeof AudienceFields>['places']
  participants: ComponentProps<typeof PreviewRecipientField>['participants']
  examples: ComponentProps<typeof MailContentFields>['examples']
}

const refusals: Record<CustomMessageRefusal, Flash> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  nobody: { title: 'Er is niemand die dit bericht krijgt.', text: 'Kies anderen bij "Aan wie?".' },
  'recipients-changed': { title: 'Het aantal mensen is veranderd.', text: 'Bekijk de mail nog een keer.' },
}

/** A message in the organiser's own words: write, preview with the number of recipients, send. */
export function CustomMessageForm({ action, initialValues, title, email, places, participants, examples }: Props) {
  const form = useFormAction(action, {
    values: initialValues,
    describeErrors: mailContentErrors,
    describeRefusal: (reason) => refusals[reason],
  })
  const { values, preview } = form
  return (
    <AdminForm
      form={form}
      title={`Bericht schrijven ${title}`}
      success={form.result ? testMailFlash(email) : null}
      className={styles.form}
    >
      <input type="hidden" name="letter" value={values.customMessageId} />
      {preview ? <CustomMessagePreviewPanel preview={preview} submission={form.previewSubmission} /> : null}
      <MailContentFields field={form.field} examples={examples} />
      <AudienceFields values={values} error={form.errors.to} places={places} />
      <PreviewRecipientField participants={participants} selectedId={values.previewRegistrationId} />
      <div className={styles.buttons}>
        <FormButton intent="preview">Bekijk de mail</FormButton>
        <FormButton intent="test">Stuur mij een testmail</FormButton>
      </div>
    </AdminForm>
  )
}

/** `expected` is the number of recipients. */
export type CustomMessagePreview = PreviewState<
  { mailPreview: MailPreview; expected: number },
  keyof typeof stalePreviewMessages
>

type PreviewProps = { preview: CustomMessagePreview; submission: unknown }

/** Inside the form: the mail before it goes to its recipients. */
function CustomMessagePreviewPanel({ preview, submission }: PreviewProps) {
  const recipients = preview.expected
  return (
    <ConfirmPanel
      title={recipients === 0 ? 'Niemand krijgt deze mail' : mailRecipientsSentence(recipients)}
      preview={preview}
      staleMessages={stalePreviewMessages}
      submission={submission}
      intent="send"
      confirmLabel={recipients === 0 ? null : `Verstuur aan ${peopleCount(recipients)}`}
    >
      {recipients === 0 ? <Callout tone="alarm">Kies anderen bij “Aan wie?”.</Callout> : null}
      <MailPreviewSection preview={preview.mailPreview} level={3} />
    </ConfirmPanel>
  )
}
