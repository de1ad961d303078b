'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { clarificationRefusals } from '@/components/triage/clarification-copy'
import { triageErrorMessages } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { type ClarificationRefusal, type TriageFieldReason, triageLimits } from '@/lib/triage/schema'

type Channel = 'email' | 'phone'

/** `request`: id of the request, which makes a repeated submission harmless. */
export type RequestClarificationState = FormState<
  { ask: string; request: string },
  TriageFieldReason,
  ClarificationRefusal,
  Channel,
  MailPreview
>

type Props = {
  form: ReturnType<typeof useRequestClarification>
  /** The channel that the asker agreed to. */
  channel: Channel
  asker: { name: string; email: string; phone: string | null }
  /** Number of earlier requests. */
  requestCount: number
}

/** The state of the form, for the page that shares its title between two forms. */
export const useRequestClarification = (action: FormAction<RequestClarificationState>, requestId: string) =>
  useFormAction(action, {
    values: { ask: '', request: requestId },
    describeErrors: triageErrorMessages,
    describeRefusal: (reason) => clarificationRefusals[reason],
  })

/** Asks for a clarification through the asker's channel: a mail from here, or a phone call to record. */
export function RequestClarificationForm({ form, channel, asker, requestCount }: Props) {
  const { state, send, values, field, errors, refusal, result, preview } = form
  return (
    <>
      <FormFeedback
        pageTitle={null}
        errors={errors}
        refusal={refusal}
        success={result && { title: result === 'email' ? 'De mail is onderweg.' : 'Genoteerd.' }}
        submission={state}
      />
      <form action={send} noValidate className={styles.form}>
        <input type="hidden" name="request" value={values.request} />
        <input type="hidden" name="times" value={requestCount} />
        <Flow>
          <Heading level={2}>Toelichting vragen</Heading>
          {channel === 'email' ? (
            <Paragraph>
              {asker.name} wil per mail benaderd worden. De mail gaat naar {asker.email}. Het antwoord komt bij de
              contactpersoon van de kennissessie.
            </Paragraph>
          ) : (
            <Paragraph>
              {asker.name} wil gebeld worden:{' '}
              <Link href={`tel:${asker.phone?.replace(/[^+\d]/g, '')}`}>{asker.phone}</Link>.
            </Paragraph>
          )}
        </Flow>
        {channel === 'email' ? (
          <TextAreaField
            {...field('ask')}
            label="Wat wil je weten?"
            hint="Komt in de mail, onder de vraag zelf. Laat je dit leeg, dan vragen we om een korte toelichting."
            rows={3}
            required={false}
            maxLength={triageLimits.ask}
          />
        ) : null}
        <div className={styles.buttons}>
          <FormButton intent="request" primary>
            {channel === 'email' ? `Mail ${asker.name}` : `Ik heb ${asker.name} gebeld`}
          </FormButton>
          {channel === 'email' ? <FormButton intent="preview">Bekijk de mail</FormButton> : null}
        </div>
      </form>
      {preview ? (
        <>
          <Callout role="status" title="Hieronder staat de mail zoals je hem nu hebt.">
            Hij is nog niet verstuurd.
          </Callout>
          <MailPreviewSection preview={preview} />
        </>
      ) : null}
    </>
  )
}
