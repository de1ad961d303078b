'use client'

import { Button, Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import type { ActionState } from '@/components/form/action-state'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { clarificationRefusals } from '@/components/triage/clarification-copy'
import { triageErrorMessages } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { type ClarificationRefusal, type TriageFieldReason, triageLimits } from '@/lib/triage/schema'

/** `request`: made with the form, so that sending it twice is asking once. */
export type RequestClarificationValues = { ask: string; request: string }
export type RequestClarificationState =
  | ActionState<RequestClarificationValues, TriageFieldReason, ClarificationRefusal>
  | { status: 'done'; channel: 'email' | 'phone' }
  | { status: 'previewed'; values: RequestClarificationValues; mailPreview: MailPreview }

type Props = {
  state: RequestClarificationState
  send: (form: FormData) => void
  pending: boolean
  /** In which way the asker agreed to be approached. */
  channel: 'email' | 'phone'
  asker: { name: string; email: string; phone: string | null }
  requestId: string
  /** How often they have been approached. */
  requestCount: number
}

/** Asking for a clarification, in the way that the asker chose: a mail from here, or a call that is noted. */
export function RequestClarificationForm({ state, send, pending, channel, asker, requestId, requestCount }: Props) {
  const errors = state.status === 'invalid' ? triageErrorMessages(state.errors) : {}
  const values = state.status === 'idle' || state.status === 'done' ? { ask: '', request: requestId } : state.values
  return (
    <>
      <FormFeedback
        pageTitle={null}
        errors={errors}
        refusal={state.status === 'refused' ? clarificationRefusals[state.reason] : null}
        success={
          state.status === 'done' ? { title: state.channel === 'email' ? 'De mail is onderweg.' : 'Genoteerd.' } : null
        }
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
            id="veld-ask"
            name="ask"
            label="Wat wil je weten?"
            hint="Komt in de mail, onder de vraag zelf. Laat je dit leeg, dan vragen we om een korte toelichting."
            rows={3}
            required={false}
            maxLength={triageLimits.ask}
            defaultValue={values.ask}
            error={errors.ask}
          />
        ) : null}
        <div className={styles.buttons}>
          <Button
            type="submit"
            name="intent"
            value="request"
            appearance="primary-action-button"
            aria-busy={pending || undefined}
          >
            {channel === 'email' ? `Mail ${asker.name}` : `Ik heb ${asker.name} gebeld`}
          </Button>
          {channel === 'email' ? (
            <Button type="submit" name="intent" value="preview" appearance="secondary-action-button">
              Bekijk de mail
            </Button>
          ) : null}
        </div>
      </form>
      {state.status === 'previewed' ? (
        <>
          <Callout role="status" title="Hieronder staat de mail zoals je hem nu hebt.">
            Hij is nog niet verstuurd.
          </Callout>
          <MailPreviewSection preview={state.mailPreview} />
        </>
      ) : null}
    </>
  )
}
