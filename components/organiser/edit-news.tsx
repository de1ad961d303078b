import type { ComponentProps } from 'react'
import { Outcome } from '@/components/form/outcome'
import { At } from '@/components/layout/at'
import { Reason } from '@/components/session/reason'
import type { EditDone } from '@/lib/platform/routes'
import { SendProgress } from './send-progress'
import { visibilityNews } from './visibility-words'

type Sent = Pick<ComponentProps<typeof SendProgress>, 'sessionId' | 'progress' | 'fresh'>

const nobody = 'Er is geen mail over gestuurd.'

type Props = Sent & {
  done: Exclude<EditDone, 'cancelled'>
  session: { publishedAt: Date | null; archivedAt: Date | null }
  /** How many questions its form asks. */
  asked: number
}

/** What has just been changed of a kennissessie, and how far the mail about it has come. An address that is read later says nothing that is not so any more. */
export function EditNews({ done, session, asked, ...sent }: Props) {
  if (done in visibilityNews) {
    const news = visibilityNews[done as keyof typeof visibilityNews]
    if (!news.isSo(session)) return null
    return (
      <Outcome lead={news.lead} sending={done}>
        {news.text(asked)}
      </Outcome>
    )
  }
  if (done === 'deadlines') {
    return (
      <Outcome lead="De termijnen zijn veranderd." sending={done}>
        {nobody}
      </Outcome>
    )
  }
  if (done === 'places') {
    return (
      <Outcome lead="Het aantal plaatsen is veranderd." sending={done}>
        Bij “Plaatsen” staat hoe het nu is.
      </Outcome>
    )
  }
  return (
    <SendProgress lead="De kennissessie is verplaatst." nobody={nobody} {...sent} fresh>
      {aboutMail(sent)}
    </SendProgress>
  )
}

/** That a kennissessie is cancelled, since when and why, and how far the mail about it has come. */
export function CancelledNews({ cancelledAt, why, ...sent }: Sent & { cancelledAt: Date; why: string | null }) {
  return (
    <SendProgress lead="Deze kennissessie gaat niet door." nobody={nobody} tone="alarm" {...sent}>
      Vervallen op <At moment={cancelledAt} />.{why ? <Reason>{why}</Reason> : null} {aboutMail(sent)}
    </SendProgress>
  )
}

const aboutMail = ({ progress }: Sent) => (progress.total > 0 ? 'De mail hierover:' : null)
