'use client'

import { Paragraph } from '@utrecht/component-library-react'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { PreviewForm } from '@/app/beheer/sessies/_components/preview-form'
import { peopleCount, registeredSentence } from '@/app/beheer/sessies/_components/recipient-copy'
import { sessionRefusals } from '@/app/beheer/sessies/_components/refusal-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { tooLongMessage } from '@/components/form/field-errors'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import type { PreviewState } from '@/components/form/preview/confirm-panel'
import previewStyles from '@/components/form/preview/preview-panel.module.css'
import { Callout } from '@/components/ui/callout'
import { QuotedText } from '@/components/ui/quoted-text'
import type { AffectedCounts } from '@/lib/notifications/queries'
import type { FieldIssue } from '@/lib/platform/form-fields'
import { type CancelRefusal, cancelLimits } from '@/lib/sessions/schema'

/**
 * Preview of cancelling a session. `expected` is the number of people who get a mail; `counts` splits this number by
 * status.
 */
export type CancelSessionPreview = PreviewState<
  { reason: string; counts: AffectedCounts; mailPreview: MailPreview; expected: number },
  'edited'
>

export type CancelSessionState = FormState<{ reason: string }, FieldIssue, CancelRefusal, never, CancelSessionPreview>

const errorMessages = {
  reason: {
    missing: 'Schrijf in een of twee zinnen waarom de kennissessie niet doorgaat',
    'too-long': tooLongMessage(cancelLimits.reason),
  },
}

const refusals: Record<CancelRefusal, Flash> = {
  ...sessionRefusals,
  'session-over': { title: 'Deze kennissessie is geweest.', text: 'Er is niets veranderd en niets gemaild.' },
  'recipients-changed': {
    title: 'Het aantal aanmeldingen is net veranderd.',
    text: 'De kennissessie gaat nog door en er is niets gemaild. Kijk hieronder hoeveel mensen nu een mail krijgen.',
  },
}

const staleMessages = { edited: 'Je hebt de reden veranderd. De kennissessie gaat nog door. Kijk of het zo klopt.' }

/** Shows a form that cancels the session called `title`: first a preview of the mail, then a button to confirm. */
export function CancelSessionForm({ action, title }: { action: FormAction<CancelSessionState>; title: string }) {
  const form = useFormAction(action, { values: { reason: '' }, errorMessages, refusals })
  return (
    <PreviewForm
      form={form}
      title={`Laten vervallen ${title}`}
      heading="Laten vervallen"
      explanation="Je ziet eerst wie een mail krijgt. Er gebeurt nog niets."
      verb="gebeurt"
      describePreview={(preview) => <CancelSessionPreviewText {...preview} />}
      staleMessages={staleMessages}
      confirmLabel={({ expected }) =>
        expected === 0 ? 'Laat vervallen' : `Laat vervallen en mail ${peopleCount(expected)}`
      }
      irreversible
    >
      <TextAreaField
        {...form.field('reason')}
        label="Waarom gaat de kennissessie niet door?"
        hint="Dit komt in de mail aan wie is aangemeld of op de wachtlijst staat, en op de pagina van de kennissessie."
        maxLength={cancelLimits.reason}
      />
    </PreviewForm>
  )
}

/** Shows how many people get a mail, the reason that the session page will give, and the mail itself. */
function CancelSessionPreviewText({ reason, expected: recipients, counts, mailPreview }: CancelSessionPreview) {
  return (
    <>
      <Paragraph className={previewStyles.text}>
        <strong>{recipientsSentence(recipients, counts)}</strong> Op de pagina van de kennissessie staat dan dat hij
        niet doorgaat, en waarom:
      </Paragraph>
      <QuotedText>{reason}</QuotedText>
      {recipients > 0 ? <MailPreviewSection preview={mailPreview} level={3} /> : null}
      <Callout tone="alarm" title="Dit kun je niet terugdraaien." />
    </>
  )
}

function recipientsSentence(recipients: number, counts: AffectedCounts): string {
  if (recipients === 0) return 'Er is niemand aangemeld. Er gaat geen mail uit.'
  const everybody = recipients === 1 ? 'Die krijgt een mail.' : 'Ze krijgen allemaal een mail.'
  return `${registeredSentence(counts)}. ${everybody}`
}
