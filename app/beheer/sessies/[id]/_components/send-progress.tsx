import { Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { FormStatus } from '@/components/form/form-status'
import { routes } from '@/lib/platform/routes'
import { AutoRefresh } from './auto-refresh'

type Props = {
  sessionId: string
  /** What was sent: "Link en agenda zijn vrijgegeven." */
  title: string
  progress: { total: number; sent: number; left: number }
  /** Since when. */
  children?: ReactNode
  /** What to say when it went to nobody. */
  emptyMessage?: string
  tone?: 'good' | 'alarm'
  /** It was sent a moment ago, on another page or in another form: what is told takes focus. */
  justSent?: boolean
}

/** How far a mail to many has come. Without a script the page is asked for again by hand. */
export function SendProgress(props: Props) {
  const {
    sessionId,
    title,
    progress,
    children,
    emptyMessage = noRecipientsMessage,
    tone = 'good',
    justSent = false,
  } = props
  const { total, sent, left } = progress
  const notSent = total - sent - left
  return (
    <FormStatus tone={notSent > 0 ? 'alarm' : tone} role="status" title={title} submission={justSent}>
      {children} {total > 0 ? `${formatCount(sent)} van ${formatCount(total)} verstuurd.` : emptyMessage}{' '}
      {notSent > 0 ? (
        <>
          {formatCount(notSent)} niet verstuurd:{' '}
          <Link href={routes.messages(sessionId)}>kijk bij de berichten waarom</Link>.{' '}
        </>
      ) : null}
      {left > 0 ? (
        <>
          De rest gaat vanzelf: je kunt deze pagina sluiten. <Link href="">Werk de stand bij</Link>
          <AutoRefresh seconds={2} />
        </>
      ) : null}
    </FormStatus>
  )
}

const noRecipientsMessage = 'Er was nog niemand aangemeld.'
const formatCount = (count: number) => count.toLocaleString('nl-NL')
