'use client'

import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { Refused } from '@/components/form/refused'
import { routes } from '@/lib/platform/routes'
import { canArchive, hasBeen } from '@/lib/sessions/rules'
import type { PublishWarning, Visibility, VisibilityRefusal } from '@/lib/sessions/schema-content'
import { PublishLook } from './publish-look'
import styles from './visibility-form.module.css'
import { visibilityRefusals } from './visibility-words'

export type VisibilityState =
  | { status: 'idle' }
  | { status: 'refused'; reason: Exclude<VisibilityRefusal, 'not-warned'> }
  /** There is something to know first. */
  | { status: 'look'; warnings: PublishWarning[] }

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
  signedUp: number
  now: Date
}

/** Whether a kennissessie stands on the site and at hand at the desk, and the buttons that change that. */
export function VisibilityForm({ action, session, signedUp, now }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const { publishedAt, cancelledAt, archivedAt } = session
  const look = state.status === 'look' && !publishedAt ? state : null
  const canPublish = !publishedAt && !cancelledAt && !archivedAt && !hasBeen(session, now)
  const button = (visibility: Visibility, label: string, main = false) => (
    <Button
      key={visibility}
      type="submit"
      name="press"
      value={visibility}
      appearance={main ? 'primary-action-button' : 'secondary-action-button'}
      aria-busy={pending || undefined}
    >
      {label}
    </Button>
  )
  const buttons = [
    canPublish && !look && button('published', 'Publiceren', true),
    publishedAt && signedUp === 0 && button('unpublished', 'Van de site halen'),
    !archivedAt && canArchive(session, now) && button('archived', 'Naar het archief'),
    archivedAt && button('brought-back', 'Terughalen uit het archief'),
  ].filter(Boolean)
  return (
    <>
      {state.status === 'refused' ? (
        <Refused lead={visibilityRefusals[state.reason].lead} sending={state}>
          {visibilityRefusals[state.reason].text}
        </Refused>
      ) : null}
      <Paragraph>
        {publishedAt ? (
          <>
            De kennissessie staat op de site: <Link href={routes.session(session.slug)}>bekijk de pagina</Link>.{' '}
            {signedUp > 0 ? 'Er zijn mensen aangemeld, dus je kunt hem niet meer van de site halen.' : null}
          </>
        ) : (
          <>
            De kennissessie staat niet op de site. <Link href={routes.preview(session.id)}>Bekijk het voorbeeld</Link>:
            zo ziet een bezoeker hem straks.
          </>
        )}{' '}
        {archivedAt ? 'Hij ligt in het archief.' : null}
        {!publishedAt && !cancelledAt && hasBeen(session, now) ? (
          <>
            Hij is geweest, dus publiceren kan niet.{' '}
            <Link href={routes.moveSession(session.id)}>Verplaats hem eerst naar een dag die nog komt</Link>.
          </>
        ) : null}
      </Paragraph>
      {look ? (
        <form action={send}>
          <PublishLook warnings={look.warnings} pending={pending} sending={look} />
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
