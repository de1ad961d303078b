'use client'

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
import {
  MailContentFields,
  type MailFormProps,
  PreviewRecipientField,
} from '@/app/beheer/sessies/[id]/berichten/_components/mail-content-fields'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { Callout } from '@/components/ui/callout'
import {
  type CustomMessageInput,
  type CustomMessageRefusal,
  defaultOpening,
  type TemplateFieldReason,
  unrestrictedAudience,
} from '@/lib/notifications/schema'
import { type AudienceChoices, AudienceFields, audienceError, RecipientFields } from './audience-fields'

const emptyMessage = {
  ...{ subject: '', text: `${defaultOpening}\n\n`, inTime: '', tookPart: '' },
  statuses: unrestrictedAudience.statuses.map(String),
  places: [] as string[],
  contactWishes: [] as string[],
  /** Id of the registration whose data the preview of the mail uses; empty for sample data. */
  as: '',
}

/**
 * Field values of the form to write a custom message. `customMessageId` is the id of the new message, so that
 * submitting the form twice creates one message.
 */
export type CustomMessageValues = typeof emptyMessage & { customMessageId: string }

/**
 * Preview of a custom message. `expected` is the number of recipients. If that number has changed when the organiser
 * confirms, a new preview is shown and nothing is sent.
 */
export type CustomMessagePreview = PreviewState<
  { mailPreview: MailPreview; expected: number },
  keyof typeof stalePreviewMessages
>

export type CustomMessageState = FormState<
  CustomMessageValues,
  TemplateFieldReason,
  CustomMessageRefusal,
  'tested',
  CustomMessagePreview
>

type FormProps = Omit<MailFormProps, 'participants'> & {
  action: FormAction<CustomMessageState>
  newId: string
  /** The only recipient of the custom message, with a Dutch status; `null` for a message to an audience. */
  recipient: { id: string; name: string; email: string; status: string; path: string } | null
  /**
   * The statuses, workplaces and participants to choose from in a message to an audience; `null` for a message to one
   * person.
   */
  audience: (AudienceChoices & Pick<MailFormProps, 'participants'>) | null
  /** The custom message that the organiser previewed earlier but did not send; `null` if there is none. */
  draft: CustomMessageInput | null
}

const draftValues = ({ subject, text, to: { statuses, ...to } }: CustomMessageInput) => ({
  ...{ subject, text, inTime: to.inTime, places: to.places },
  statuses: statuses.map(String),
  contactWishes: to.contactWishes.map(String),
  tookPart: to.tookPart ? 'on' : '',
})

const chooseOthers = 'Kies anderen bij “Aan wie?”.'
const personGone = 'De aanmelding is er niet meer, of de naam en het adres zijn gewist.'
const refusalsFor = (nobody: string): Record<CustomMessageRefusal, Flash> => ({
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  nobody: { title: 'Er is niemand die dit bericht krijgt.', text: nobody },
  'recipients-changed': { title: 'Het aantal mensen is veranderd.', text: 'Bekijk de mail nog een keer.' },
})

/** Shows the form in which an organiser writes, previews and sends a custom message. */
export function CustomMessageForm({ action, newId, recipient, audience, draft, ...props }: FormProps) {
  const nobody = recipient ? personGone : chooseOthers
  const form = useFormAction(action, {
    values: { ...emptyMessage, ...(draft && draftValues(draft)), customMessageId: newId },
    describeErrors: mailContentErrors,
    describeRefusal: (reason) => refusalsFor(nobody)[reason],
  })
  const { values, preview } = form
  return (
    <AdminForm
      form={form}
      title={`Bericht schrijven ${props.title}`}
      success={form.result ? testMailFlash(props.email) : null}
      className={styles.form}
    >
      <input type="hidden" name="letter" value={values.customMessageId} />
      {preview ? (
        <ConfirmPanel
          title={previewTitle(preview.expected, recipient)}
          preview={preview}
          staleMessages={stalePreviewMessages}
          submission={form.previewSubmission}
          intent="send"
          confirmLabel={
            preview.expected === 0 ? null : `Verstuur aan ${recipient?.name ?? peopleCount(preview.expected)}`
          }
        >
          {preview.expected === 0 ? <Callout tone="alarm">{nobody}</Callout> : null}
          <MailPreviewSection preview={preview.mailPreview} level={3} />
        </ConfirmPanel>
      ) : null}
      {recipient ? <RecipientFields recipient={recipient} /> : null}
      <MailContentFields field={form.field} examples={props.examples} />
      {audience ? (
        <>
          <AudienceFields values={values} error={form.errors[audienceError]} choices={audience} />
          <PreviewRecipientField participants={audience.participants} selectedId={values.as} />
        </>
      ) : null}
      <div className={styles.buttons}>
        <FormButton intent="preview">Bekijk de mail</FormButton>
        <FormButton intent="test">Stuur mij een testmail</FormButton>
      </div>
    </AdminForm>
  )
}

function previewTitle(expected: number, recipient: FormProps['recipient']): string {
  if (expected === 0) return 'Niemand krijgt deze mail'
  return recipient ? `${recipient.name} krijgt deze mail` : mailRecipientsSentence(expected)
}
