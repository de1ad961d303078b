'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import styles from '@/app/beheer/_components/button-row.module.css'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { publishWarningCopy, visibilityRefusals } from '@/app/beheer/sessies/[id]/bewerken/_components/visibility-copy'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import type { PublishWarning, Visibility, VisibilityRefusal } from '@/lib/sessions/details-schema'
import type { getSessionToEdit } from '@/lib/sessions/queries'
import { canArchive, hasEnded } from '@/lib/sessions/rules'

/** The preview holds warnings to acknowledge before publishing. */
export type VisibilityState = FormState<
  null,
  never,
  Exclude<VisibilityRefusal, 'warnings-not-acknowledged'>,
  never,
  PublishPreview
>

type Props = {
  action: FormAction<VisibilityState>
  session: NonNullable<Awaited<ReturnType<typeof getSessionToEdit>>>
  registrationCount: number
  now: Date
}

/** Whether a session is published and archived, and the buttons that change it. */
export function VisibilityForm({ action, session, registrationCount, now }: Props) {
  const { state, send, refusal, preview, previewSubmission } = useFormAction(action, {
    values: null,
    describeRefusal: (reason) => visibilityRefusals[reason],
  })
  const { publishedAt, cancelledAt, archivedAt } = session
  const warnings = publishedAt ? null : preview
  const canPublish = !publishedAt && !cancelledAt && !archivedAt && !hasEnded(session, now)
  const button = (visibility: Visibility, label: string, primary = false) => (
    <FormButton key={visibility} intent={visibility} primary={primary}>
      {label}
    </FormButton>
  )
  const buttons = [
    canPublish && !warnings && button('published', 'Publiceren', true),
    publishedAt && registrationCount === 0 && button('unpublished', 'Van de site halen'),
    !archivedAt && canArchive(session, now) && button('archived', 'Naar het archief'),
    archivedAt && button('restored', 'Terughalen uit het archief'),
  ].filter(Boolean)
  return (
    <>
      <FormFeedback pageTitle={null} refusal={refusal} submission={state} />
      <Paragraph>
        {publishedAt ? (
          <>
            De kennissessie staat op de site: <Link href={routes.session(session.slug)}>bekijk de pagina</Link>.{' '}
            {registrationCount > 0 ? 'Er zijn mensen aangemeld, dus je kunt hem niet meer van de site halen.' : null}
          </>
        ) : (
          <>
            De kennissessie staat niet op de site.{' '}
            <Link href={routes.sessionPreview(session.id)}>Bekijk het voorbeeld</Link>: zo ziet een bezoeker hem straks.
          </>
        )}{' '}
        {archivedAt ? 'Hij ligt in het archief.' : null}
        {!publishedAt && !cancelledAt && hasEnded(session, now) ? (
          <>
            Hij is geweest, dus publiceren kan niet.{' '}
            <Link href={routes.rescheduleSession(session.id)}>Verplaats hem eerst naar een dag die nog komt</Link>.
          </>
        ) : null}
      </Paragraph>
      {warnings ? (
        <form action={send}>
          <PublishPreviewPanel preview={warnings} submission={previewSubmission} />
        </form>
      ) : null}
      <div className={styles.buttons}>
        {buttons.length > 0 ? (
          <form action={send} className={styles.row}>
            {buttons}
          </form>
        ) : null}
        <Link href={routes.copySession(session.id)}>Maak een kopie</Link>
      </div>
    </>
  )
}

/** `expected` names the warnings, which publishing acknowledges. */
type PublishPreview = PreviewState<{ warnings: PublishWarning[] }>

/** Inside the form: what an organiser has to know before publishing. */
function PublishPreviewPanel({ preview, submission }: { preview: PublishPreview; submission: unknown }) {
  return (
    <ConfirmPanel
      title="Kijk eerst of dit klopt"
      preview={preview}
      submission={submission}
      intent="published"
      confirmLabel="Publiceer toch"
    >
      {preview.warnings.map((warning) => (
        <Callout key={warning} tone="alarm" title={publishWarningCopy[warning].title}>
          {publishWarningCopy[warning].text}
        </Callout>
      ))}
    </ConfirmPanel>
  )
}
