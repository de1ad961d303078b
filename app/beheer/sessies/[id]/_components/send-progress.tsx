'use client'

import { Link } from '@utrecht/component-library-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import { FormStatus } from '@/components/form/form-status'
import { routes } from '@/lib/platform/routes'

type Props = {
  sessionId: string
  /** Heading of the status message: "Link en agenda zijn vrijgegeven." */
  title: string
  progress: { total: number; sent: number; left: number }
  /** Text before the number of sent mails, such as the time of sending. */
  children?: ReactNode
  /** Replaces the number of sent mails when there were no recipients. */
  emptyMessage?: string
  tone?: 'good' | 'alarm'
  /** Whether the organiser has just sent the mails. If so, the message about their progress takes focus. */
  justSent?: boolean
}

/** Shows how many of all mails in `progress` were sent. While some are left, it keeps refreshing the page. */
export function SendProgress({ sessionId, title, progress, children, tone = 'good', ...rest }: Props) {
  const { emptyMessage = 'Er was nog niemand aangemeld.', justSent = false } = rest
  const { total, sent, left } = progress
  const notSent = total - sent - left
  const isSending = left > 0
  const { refresh } = useRouter()
  useEffect(() => {
    const timer = isSending ? setInterval(refresh, 2000) : undefined
    return () => clearInterval(timer)
  }, [refresh, isSending])
  return (
    <FormStatus tone={notSent > 0 ? 'alarm' : tone} role="status" title={title} submission={justSent}>
      {children} {total > 0 ? `${formatCount(sent)} van ${formatCount(total)} verstuurd.` : emptyMessage}{' '}
      {notSent > 0 ? (
        <>
          {formatCount(notSent)} niet verstuurd:{' '}
          <Link href={routes.messages(sessionId)}>kijk bij de berichten waarom</Link>.{' '}
        </>
      ) : null}
      {isSending ? (
        <>
          De rest gaat vanzelf: je kunt deze pagina sluiten. <Link href="">Werk de stand bij</Link>
        </>
      ) : null}
    </FormStatus>
  )
}

const formatCount = (count: number) => count.toLocaleString('nl-NL')
