'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import styles from '@/app/beheer/_components/button-row.module.css'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { sessionRefusals } from '@/app/beheer/sessies/_components/refusal-copy'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { ActionForm } from '@/components/form/submission/action-form'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import type { Visibility, VisibilityRefusal } from '@/lib/sessions/details-schema'
import type { SessionToEdit } from '@/lib/sessions/queries'
import { canArchive, canPublish, hasEnded, type PublishWarning } from '@/lib/sessions/rules'

type Refusal = Exclude<VisibilityRefusal, 'warnings-not-acknowledged'>
/**
 * State of the form that publishes or archives a session. The preview lists the `warnings` to acknowledge before
 * publishing; `expected` joins them with spaces.
 */
export type VisibilityState = FormState<null, never, Refusal, never, PreviewState<{ warnings: PublishWarning[] }>>

const nothingChanged = 'Er is niets veranderd.'

const refusals: Record<Refusal, Flash> = {
  ...sessionRefusals,
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: nothingChanged },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: nothingChanged },
  'session-over': {
    title: 'Deze kennissessie is geweest.',
    text: 'Hij staat nog niet op de site. Verplaats hem eerst naar een dag die nog komt.',
  },
  'has-registrations': {
    title: 'Er heeft zich net iemand aangemeld.',
    text: 'De kennissessie staat nog op de site. Gaat hij niet door? Laat hem dan vervallen: wie is aangemeld, krijgt een mail.',
  },
  'session-upcoming': {
    title: 'Deze kennissessie moet nog komen.',
    text: 'Naar het archief kan als hij is geweest, is vervallen of niet op de site staat.',
  },
}

const warningCopy: Record<PublishWarning, { title: string; text: string }> = {
  'no-agenda-question': {
    title: 'Het formulier vraagt niet wat mensen behandeld willen zien.',
    text: 'De pagina, het formulier en de mails beloven daarom niet dat een vraag aan bod komt, en de vragenronde blijft leeg. Wil je dat anders? Zet dan eerst, hieronder bij de vragen van het formulier, een vraag klaar die mensen in eigen woorden beantwoorden.',
  },
  'deadline-passed': {
    title: 'De vragentermijn is voorbij.',
    text: 'Wie zich aanmeldt, leest dat we de vraag behandelen als dat lukt. Wil je dat anders? Kies hieronder bij “Verplaatsen” een latere termijn.',
  },
  'registration-closed': {
    title: 'Aanmelden kan niet meer: dat is al gesloten.',
    text: 'Niemand kan zich aanmelden. Wil je dat anders? Kies hieronder bij “Verplaatsen” een latere termijn.',
  },
}

type Props = { action: FormAction<VisibilityState>; session: SessionToEdit; registrationCount: number; now: Date }

/** Shows whether a session is published and archived, with buttons to change this. Publishing may need confirmation. */
export function VisibilityForm({ action, session, registrationCount, now }: Props) {
  const { state, send, refusal, preview, previewSubmission } = useFormAction(action, { values: null, refusals })
  const { publishedAt, cancelledAt, archivedAt } = session
  const isOver = hasEnded(session, now)
  const publishPreview = publishedAt ? null : preview
  const button = (visibility: Visibility, label: string, primary = false) => (
    <FormButton key={visibility} intent={visibility} primary={primary}>
      {label}
    </FormButton>
  )
  const buttons = [
    canPublish(session, now) && !publishPreview && button('published', 'Publiceren', true),
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
            {registrationCount > 0
              ? 'Er zijn mensen aangemeld of ze staan op de wachtlijst, dus je kunt hem niet meer van de site halen.'
              : null}
          </>
        ) : (
          <>
            De kennissessie staat niet op de site.{' '}
            <Link href={routes.sessionPreview(session.id)}>Bekijk het voorbeeld</Link>: zo ziet een bezoeker hem straks.
          </>
        )}{' '}
        {archivedAt ? 'Hij ligt in het archief.' : null}
        {!publishedAt && !cancelledAt && isOver ? (
          <>
            Hij is geweest, dus publiceren kan niet.{' '}
            <Link href={routes.rescheduleSession(session.id)}>Verplaats hem eerst naar een dag die nog komt</Link>.
          </>
        ) : null}
      </Paragraph>
      {publishPreview ? (
        <ActionForm send={send}>
          <ConfirmPanel
            title="Kijk eerst of dit klopt"
            preview={publishPreview}
            submission={previewSubmission}
            intent="published"
            confirmLabel="Publiceer toch"
          >
            {publishPreview.warnings.map((warning) => (
              <Callout key={warning} tone="alarm" title={warningCopy[warning].title}>
                {warningCopy[warning].text}
              </Callout>
            ))}
          </ConfirmPanel>
        </ActionForm>
      ) : null}
      <div className={styles.buttons}>
        {buttons.length > 0 ? (
          <ActionForm send={send} className={styles.row}>
            {buttons}
          </ActionForm>
        ) : null}
        <Link href={routes.copySession(session.id)}>Maak een kopie</Link>
      </div>
    </>
  )
}
