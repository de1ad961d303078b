'use client'

import { Button } from '@utrecht/component-library-react'
import { type ComponentProps, useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import { mailContentErrors, testMailFlash } from '@/app/beheer/sessies/_components/mail-content-copy'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { MailContentFields } from '@/app/beheer/sessies/[id]/berichten/_components/mail-content-fields'
import { PreviewRecipientField } from '@/app/beheer/sessies/[id]/berichten/_components/preview-recipient-field'
import type { ActionState } from '@/components/form/action-state'
import type { CustomMessageRefusal, TemplateFieldReason } from '@/lib/notifications/schema'
import { AudienceFields } from './audience-fields'
import { type CustomMessagePreview, CustomMessagePreviewPanel } from './custom-message-preview'

export type CustomMessageValues = {
  /** Id of the letter that this form makes. */
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

export type CustomMessageState =
  | ActionState<CustomMessageValues, TemplateFieldReason, CustomMessageRefusal>
  | { status: 'tested'; values: CustomMessageValues }
  | { status: 'previewed'; values: CustomMessageValues; preview: CustomMessagePreview }

type Props = {
  action: (previous: CustomMessageState, form: FormData) => Promise<CustomMessageState>
  initialValues: CustomMessageValues
  title: string
  email: string
  places: ComponentProps<typeof AudienceFields>['places']
  participants: ComponentProps<typeof PreviewRecipientField>['participants']
  examples: ComponentProps<typeof MailContentFields>['examples']
}

const refusals: Record<CustomMessageRefusal, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  nobody: { title: 'Er is niemand die dit bericht krijgt.', text: 'Kies anderen bij "Aan wie?".' },
  'recipients-changed': { title: 'Het aantal mensen is veranderd.', text: 'Bekijk de mail nog een keer.' },
}

/** A message in the organiser's own words: write it, look at it and at how many people get it, and send it. */
export function CustomMessageForm({ action, initialValues, title, email, places, participants, examples }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? mailContentErrors(state.errors) : {}
  const values = state.status === 'idle' ? initialValues : state.values
  return (
    <>
      <FormFeedback
        pageTitle={`Bericht schrijven ${title}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusals[state.reason] : null}
        success={state.status === 'tested' ? testMailFlash(email) : null}
        submission={state}
      />
      <form action={send} noValidate className={styles.form}>
        <input type="hidden" name="letter" value={values.customMessageId} />
        {state.status === 'previewed' ? <CustomMessagePreviewPanel preview={state.preview} pending={pending} /> : null}
        <MailContentFields values={values} errors={errors} examples={examples} />
        <AudienceFields values={values} error={errors.to} places={places} />
        <PreviewRecipientField participants={participants} selectedId={values.previewRegistrationId} />
        <div className={styles.buttons}>
          <Button type="submit" name="intent" value="preview" appearance="secondary-action-button">
            Bekijk de mail
          </Button>
          <Button type="submit" name="intent" value="test" appearance="secondary-action-button">
            Stuur mij een testmail
          </Button>
        </div>
      </form>
    </>
  )
}
