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
import { CheckboxGroup } from '@/components/form/choices/checkbox-group'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { FieldGroup } from '@/components/form/fields/field-group'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { Callout } from '@/components/ui/callout'
import {
  type CustomMessageInput,
  type CustomMessageRefusal,
  defaultOpening,
  type TemplateFieldReason,
} from '@/lib/notifications/schema'

const emptyMessage = {
  ...{ subject: '', text: `${defaultOpening}\n\n`, inTime: '', tookPart: '' },
  places: [] as string[],
  contactWishes: [] as string[],
  /** Id of the registration whose data the preview uses; empty for sample data. */
  as: '',
}

/** Field values of the form. `customMessageId` is the id of the new message, so that sending twice creates one. */
export type CustomMessageValues = typeof emptyMessage & { customMessageId: string }

/** The mail to confirm. `expected` is its number of recipients. Sending shows a new preview if it has changed. */
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

/** A municipality, or (`code` is `null`) all other organisations, with its number of participants with a seat. */
type Workplace = { code: string | null; name: string; count: number }
type FormProps = {
  action: FormAction<CustomMessageState>
  newId: string
  places: Workplace[]
  /** What the organiser previewed before but did not send. */
  draft: CustomMessageInput | null
}

const draftValues = ({ subject, text, to: { inTime, places, contactWishes, tookPart } }: CustomMessageInput) => ({
  ...{ subject, text, inTime, places },
  contactWishes: contactWishes.map(String),
  tookPart: tookPart ? 'on' : '',
})

const refusals: Record<CustomMessageRefusal, Flash> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  nobody: { title: 'Er is niemand die dit bericht krijgt.', text: 'Kies anderen bij "Aan wie?".' },
  'recipients-changed': { title: 'Het aantal mensen is veranderd.', text: 'Bekijk de mail nog een keer.' },
}

/** Shows the form in which an organiser writes, previews and sends a custom message. */
export function CustomMessageForm({ action, newId, places, draft, ...props }: FormProps & MailFormProps) {
  const form = useFormAction(action, {
    values: { ...emptyMessage, ...(draft && draftValues(draft)), customMessageId: newId },
    describeErrors: mailContentErrors,
    describeRefusal: (reason) => refusals[reason],
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
          title={preview.expected === 0 ? 'Niemand krijgt deze mail' : mailRecipientsSentence(preview.expected)}
          preview={preview}
          staleMessages={stalePreviewMessages}
          submission={form.previewSubmission}
          intent="send"
          confirmLabel={preview.expected === 0 ? null : `Verstuur aan ${peopleCount(preview.expected)}`}
        >
          {preview.expected === 0 ? <Callout tone="alarm">Kies anderen bij “Aan wie?”.</Callout> : null}
          <MailPreviewSection preview={preview.mailPreview} level={3} />
        </ConfirmPanel>
      ) : null}
      <MailContentFields field={form.field} examples={props.examples} />
      <AudienceFields values={values} error={form.errors.to} places={places} />
      <PreviewRecipientField participants={props.participants} selectedId={values.as} />
      <div className={styles.buttons}>
        <FormButton intent="preview">Bekijk de mail</FormButton>
        <FormButton intent="test">Stuur mij een testmail</FormButton>
      </div>
    </AdminForm>
  )
}

type AudienceProps = { values: CustomMessageValues; error?: string; places: Workplace[] }

/** Shows the choice of the recipients of a custom message. Without a choice, all participants with a seat get it. */
function AudienceFields({ values, error, places }: AudienceProps) {
  const choices = [
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
      options: places.map(({ code, name, count }) => ({
        value: code ?? 'other',
        label: `${code ? name : 'Een andere organisatie'} (${count})`,
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
    <FieldGroup level={3} legend="Aan wie?" intro="Kies je niets, dan gaat het bericht naar iedereen die is aangemeld.">
      <RadioGroup
        id="veld-to"
        name="inTime"
        label="Wanneer kwam hun vraag?"
        defaultValue={values.inTime}
        error={error}
        options={[
          { value: '', label: 'Maakt niet uit' },
          { value: 'yes', label: 'Op tijd' },
          { value: 'no', label: 'Na de vragentermijn' },
        ]}
      />
      {choices.map((choice) => (
        <CheckboxGroup key={choice.name} id={`veld-${choice.name}`} required={null} {...choice} />
      ))}
    </FieldGroup>
  )
}
