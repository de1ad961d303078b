'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { clarificationRefusals, describeTriageRefusal, triageErrorMessages } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import type { getAgendaQuestion } from '@/lib/triage/queries'
import {
  type ClarificationRefusal,
  type TriageFieldReason,
  type TriageRefusal,
  triageLimits,
} from '@/lib/triage/schema'

type Channel = 'email' | 'phone'
type RequestValues = { requestText: string; requestId: string }
type RecordValues = { clarification: string; version: string }

export type RequestState = FormState<RequestValues, TriageFieldReason, ClarificationRefusal, Channel, MailPreview>
export type RecordState = FormState<RecordValues, TriageFieldReason, TriageRefusal, 'saved'>

type Props = {
  question: NonNullable<Awaited<ReturnType<typeof getAgendaQuestion>>>
  /** How the asker agreed to be contacted about the question. */
  channel: Channel
  /** Id of the request that the form makes: submitting the form twice makes one request. */
  requestId: string
  /** Why the asker cannot be asked for a clarification; `null` when that is possible. */
  refusal: ClarificationRefusal | null
  requestAction: FormAction<RequestState>
  recordAction: FormAction<RecordState>
}

/** Shows two forms: one requests a clarification from the asker, the other records what the asker said. */
export function ClarificationForms(props: Props) {
  const { question, channel, requestId, refusal, requestAction, recordAction } = props
  const requestForm = useFormAction(requestAction, {
    values: { requestText: '', requestId },
    describeErrors: triageErrorMessages,
    refusals: clarificationRefusals,
  })
  const recordForm = useFormAction(recordAction, {
    values: { clarification: question.clarification, version: String(question.version) },
    describeErrors: triageErrorMessages,
    describeRefusal: (reason) => describeTriageRefusal(reason, question.clarification || 'nog geen toelichting'),
  })
  const isClosed = refusal === 'round-closed'
  const failed = [requestForm, recordForm].some(({ state }) => state.status === 'invalid' || state.status === 'refused')
  const recorded = recordForm.result && { title: 'Bewaard.' }
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Toelichting bij vraag van ${question.workplace} - Aanschuif beheer`}</title>
      {refusal ? (
        <Callout title={isClosed ? 'De vragenronde is gesloten.' : clarificationRefusals[refusal].title}>
          Toelichting vragen kan daarom niet.
        </Callout>
      ) : (
        <RequestForm form={requestForm} channel={channel} question={question} />
      )}
      {isClosed || question.asker.cancelledAt ? null : (
        <AdminForm form={recordForm} title={null} success={recorded} className={styles.form}>
          <Heading level={2}>Toelichting opschrijven</Heading>
          <input type="hidden" name="version" value={recordForm.values.version} />
          <TextAreaField
            {...recordForm.field('clarification')}
            label="Wat is er verteld?"
            hint="Staat bij de vraag, en in het overzicht voor de sprekers. Schrijf er geen namen in."
            rows={5}
            required={false}
            maxLength={triageLimits.clarification}
          />
          <div className={styles.buttons}>
            <FormButton primary>Bewaar de toelichting</FormButton>
          </div>
        </AdminForm>
      )}
    </>
  )
}

type Form = ReturnType<
  typeof useFormAction<RequestValues, TriageFieldReason, ClarificationRefusal, Channel, MailPreview>
>

/** Shows the form that mails the asker or, for the channel `phone`, records that the organiser called. */
function RequestForm({ form, channel, question }: { form: Form } & Pick<Props, 'channel' | 'question'>) {
  const { values, result, preview } = form
  const { name, email, phone } = question.asker
  const byMail = channel === 'email'
  const success = result && { title: result === 'email' ? 'De mail is onderweg.' : 'Genoteerd.' }
  return (
    <>
      <AdminForm form={form} title={null} success={success} className={styles.form}>
        <input type="hidden" name="requestId" value={values.requestId} />
        <input type="hidden" name="requestCount" value={question.requests.length} />
        <Flow>
          <Heading level={2}>Toelichting vragen</Heading>
          {byMail ? (
            <Paragraph>
              <bdi>{name}</bdi> wil per mail benaderd worden. De mail gaat naar {email}. Het antwoord komt bij de
              contactpersoon van de kennissessie.
            </Paragraph>
          ) : (
            <Paragraph>
              <bdi>{name}</bdi> wil gebeld worden: <Link href={`tel:${phone?.replace(/[^+\d]/g, '')}`}>{phone}</Link>.
            </Paragraph>
          )}
        </Flow>
        {byMail ? (
          <TextAreaField
            {...form.field('requestText')}
            label="Wat wil je weten?"
            hint="Komt in de mail, onder de vraag zelf. Laat je dit leeg, dan vragen we om een korte toelichting."
            rows={3}
            required={false}
            maxLength={triageLimits.requestText}
          />
        ) : null}
        <div className={styles.buttons}>
          <FormButton intent="request" primary>
            {byMail ? `Mail ${name}` : `Ik heb ${name} gebeld`}
          </FormButton>
          {byMail ? <FormButton intent="preview">Bekijk de mail</FormButton> : null}
        </div>
      </AdminForm>
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
