'use client'

import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import styles from '@/app/beheer/_components/button-row.module.css'
import { FormError } from '@/components/form/form-error'
import { routes } from '@/lib/platform/routes'
import type { PublishWarning, Visibility, VisibilityRefusal } from '@/lib/sessions/details-schema'
import { canArchive, hasEnded } from '@/lib/sessions/rules'
import { PublishPreviewPanel } from './publish-preview'
import { visibilityRefusals } from './visibility-copy'

export type VisibilityState =
  | { status: 'idle' }
  | { status: 'refused'; reason: Exclude<VisibilityRefusal, 'warnings-not-acknowledged'> }
  /** There is something to know first. */
  | { status: 'warned'; warnings: PublishWarning[] }

type Props = {
  action: (previous: VisibilityState, form: FormData) => Promise<VisibilityState>
  session: {
    id: string
    slug: string
    publishedAt: Date | null
    cancelledAt: Date | null
    archivedAt: Date | null
    endsAt: Date
  }
  /** How many people are signed up. */
  registrationCount: number
  now: Date
}

/** Whether a kennissessie stands on the site and at hand at the desk, and the buttons that change that. */
export function VisibilityForm({ action, session, registrationCount, now }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const { publishedAt, cancelledAt, archivedAt } = session
  const warned = state.status === 'warned' && !publishedAt ? state : null
  const canPublish = !publishedAt && !cancelledAt && !archivedAt && !hasEnded(session, now)
  const button = (visibility: Visibility, label: string, isPrimary = false) => (
    <Button
      key={visibility}
      type="submit"
      name="intent"
      value={visibility}
      appearance={isPrimary ? 'primary-action-button' : 'secondary-action-button'}
      aria-busy={pending || undefined}
    >
      {label}
    </Button>
  )
  const buttons = [
    canPublish && !warned && button('published', 'Publiceren', true),
    publishedAt && registrationCount === 0 && button('unpublished', 'Van de site halen'),
    !archivedAt && canArchive(session, now) && button('archived', 'Naar het archief'),
    archivedAt && button('restored', 'Terughalen uit het archief'),
  ].filter(Boolean)
  return (
    <>
      {state.status === 'refused' ? (
        <FormError title={visibilityRefusals[state.reason].title} submission={state}>
          {visibilityRefusals[state.reason].text}
        </FormError>
      ) : null}
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
      {warned ? (
        <form action={send}>
          <PublishPreviewPanel warnings={warned.warnings} pending={pending} submission={warned} />
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
