import { Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Outcome } from '@/components/form/outcome'
import { routes } from '@/lib/platform/routes'
import { KeepFresh } from './keep-fresh'

type Props = {
  sessionId: string
  /** What was sent: "Link en agenda zijn vrijgegeven." */
  lead: string
  progress: { total: number; sent: number; left: number }
  /** Since when. */
  children?: ReactNode
  /** What to say when it went to nobody. */
  nobody?: string
  tone?: 'good' | 'alarm'
  /** It was sent a moment ago, on another page or in another form: what is told takes focus. */
  fresh?: boolean
}

/** How far a mail to many has come. Without a script the page is asked for again by hand. */
export function SendProgress(props: Props) {
  const { sessionId, lead, progress, children, nobody = toNobody, tone = 'good', fresh = false } = props
  const { total, sent, left } = progress
  const missed = total - sent - left
  return (
    <Outcome tone={missed > 0 ? 'alarm' : tone} role="status" lead={lead} sending={fresh}>
      {children} {total > 0 ? `${number(sent)} van ${number(total)} verstuurd.` : nobody}{' '}
      {missed > 0 ? (
        <>
          {number(missed)} niet verstuurd: <Link href={routes.messages(sessionId)}>kijk bij de berichten waarom</Link>.{' '}
        </>
      ) : null}
      {left > 0 ? (
        <>
          De rest gaat vanzelf: je kunt deze pagina sluiten. <Link href="">Werk de stand bij</Link>
          <KeepFresh seconds={2} />
        </>
      ) : null}
    </Outcome>
  )
}

const toNobody = 'Er was nog niemand aangemeld.'
const number = (count: number) => count.toLocaleString('nl-NL')
