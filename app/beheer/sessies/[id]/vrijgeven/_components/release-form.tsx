'use client'

import { Paragraph } from '@utrecht/component-library-react'
import { useState } from 'react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { testMailFlash } from '@/app/beheer/sessies/_components/mail-content-copy'
import { stalePreviewMessages } from '@/app/beheer/sessies/_components/recipient-copy'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import {
  releaseButtonLabel,
  releaseErrors,
  releaseRecipientsSentence,
  releaseRefusals,
} from '@/app/beheer/sessies/[id]/vrijgeven/_components/release-copy'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { PreviewButton } from '@/components/form/preview/preview-button'
import previewStyles from '@/components/form/preview/preview-panel.module.css'
import { type ReleaseFieldReason, type ReleaseInput, type ReleaseRefusal, releaseLimits } from '@/lib/sessions/schema'

/** `after`: the number of the release that this one replaces, 0 for the first. */
export type ReleaseState = FormState<
  ReleaseInput & { after: string },
  ReleaseFieldReason,
  ReleaseRefusal,
  'tested',
  ReleasePreview
>

type Props = {
  action: FormAction<ReleaseState>
  /** The latest release. */
  release: (ReleaseInput & { number: number }) | null
  canRelease: boolean
  /** Address of the organiser, for the test mail. */
  email: string
  title: string
}

/** Releases link and agenda in two steps: preview and confirm. */
export function ReleaseForm({ action, release, canRelease, email, title }: Props) {
  // Fixed at the start: the page refreshes after each submission, and a colleague can release meanwhile.
  const [initialValues] = useState({
    onlineLink: release?.onlineLink ?? '',
    agenda: release?.agenda ?? '',
    after: String(release?.number ?? 0),
  })
  const { state, send, values, field, preview, ...form } = useFormAction(action, {
    values: initialValues,
    describeErrors: releaseErrors,
    describeRefusal: (reason) => releaseRefusals[reason],
  })
  return (
    <>
      <FormFeedback
        pageTitle={`Vrijgeven ${title}`}
        errors={form.errors}
        refusal={form.refusal}
        success={form.result ? testMailFlash(email) : null}
        submission={state}
      />
      {canRelease ? (
        <form action={send} noValidate className={styles.form}>
          <input type="hidden" name="after" value={values.after} />
          {preview ? (
            <ReleasePreviewPanel preview={preview} submission={form.previewSubmission} />
          ) : (
            <Paragraph>
              {release ? 'Klopt er iets niet? Verander het hier. ' : ''}Je ziet eerst de mail, en hoeveel mensen hem
              krijgen. Er gebeurt nog niets.
            </Paragraph>
          )}
          <TextField
            {...field('onlineLink')}
            label="Online link"
            hint="Van Teams, Zoom of iets anders. Deelnemers zien hem niet: hun knop brengt ze erheen."
            inputProps={{ inputMode: 'url', autoComplete: 'off', spellCheck: false }}
          />
          <TextAreaField
            {...field('agenda')}
            label="Agenda"
            hint="Begin een regel met een streepje voor een lijst. **Zo** maak je iets vet."
            rows={8}
            maxLength={releaseLimits.agenda}
          />
          <div className={styles.buttons}>
            <PreviewButton isPreviewed={preview !== null} verb="gebeurt" />
            <FormButton intent="test">Stuur mij een testmail</FormButton>
          </div>
        </form>
      ) : null}
    </>
  )
}

/** What releasing would do. `expected` is the number of recipients. */
export type ReleasePreview = PreviewState<
  {
    onlineLink: string
    /** Whether there is an earlier release: the mail then says what changed. */
    isCorrection: boolean
    mailPreview: MailPreview
    expected: number
  },
  keyof typeof stalePreviewMessages
>

/** Inside the form: who is mailed, and where the button of the mail leads. */
function ReleasePreviewPanel({ preview, submission }: { preview: ReleasePreview; submission: unknown }) {
  const { onlineLink, isCorrection, expected: recipients, mailPreview } = preview
  return (
    <ConfirmPanel
      title="Dit gaat er gebeuren"
      preview={preview}
      staleMessages={stalePreviewMessages}
      submission={submission}
      intent="release"
      confirmLabel={releaseButtonLabel({ isCorrection, recipients })}
    >
      <Paragraph className={previewStyles.text}>
        <strong>{releaseRecipientsSentence({ isCorrection, recipients })}</strong> Wie zich hierna aanmeldt, krijgt link
        en agenda meteen in de bevestiging.
      </Paragraph>
      <Paragraph className={previewStyles.text}>
        De knop in de mail brengt ze naar: <strong className={previewStyles.address}>{onlineLink}</strong>
      </Paragraph>
      {recipients > 0 ? <MailPreviewSection preview={mailPreview} level={3} /> : null}
    </ConfirmPanel>
  )
}
