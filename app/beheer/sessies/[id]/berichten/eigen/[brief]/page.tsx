import { Paragraph } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { idOr404 } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import { CancelCustomMessage } from '@/app/beheer/sessies/[id]/berichten/_components/message-actions'
import { cancelCustomMessageAction } from '@/app/beheer/sessies/[id]/berichten/actions'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { DateTime } from '@/components/ui/text/date-time'
import { getCustomMessage } from '@/lib/notifications/custom-messages'
import { previewMail } from '@/lib/notifications/preview'
import type { CustomMessageAudience } from '@/lib/notifications/schema'
import { routes } from '@/lib/platform/routes'

type Props = PageProps<'/beheer/sessies/[id]/berichten/eigen/[brief]'>

export default async function CustomMessagePage({ params, searchParams }: Props) {
  const [{ brief }, { gelukt }] = await Promise.all([params, searchParams])
  const { organiser, session, now } = await loadSessionPage(params, (id) => routes.customMessage(id, brief))
  const message = (await getCustomMessage(session.id, idOr404(brief))) ?? notFound()
  const { to, progress } = message
  const sample = { sessionId: session.id, kind: 'customMessage' } as const
  const mailPreview = await previewMail(sample, { now, draft: message })
  return (
    <AdminPage
      organiser={organiser}
      title={`Bericht ${mailPreview.subject}`}
      breadcrumbs={sessionBreadcrumbs(session, { label: 'Berichten', href: routes.messages(session.id) })}
    >
      <MailHealth now={now} />
      <PageTitle size="calm" eyebrow="Eigen bericht">
        {mailPreview.subject}
      </PageTitle>
      <SendProgress {...{ progress, sessionId: session.id }} title={progressTitle(progress)} justSent={gelukt === 'ja'}>
        Geschreven op <DateTime value={message.createdAt} />.
      </SendProgress>
      <Flow>
        {to ? <AudienceSummary audience={to} /> : null}
        <CancelCustomMessage
          action={cancelCustomMessageAction.bind(null, session.id, message.id)}
          canCancel={progress.left > 0}
        />
        <Paragraph>Dit is de mail met voorbeeldgegevens. Bij de berichten staat hij zoals ieder hem kreeg.</Paragraph>
      </Flow>
      <MailPreviewSection preview={mailPreview} />
    </AdminPage>
  )
}

function progressTitle({ total, sent, left }: { total: number; sent: number; left: number }): string {
  if (left > 0) return 'Het bericht gaat uit.'
  if (sent === 0 && total > 0) return 'Het bericht ging naar niemand.'
  return sent === total ? 'Het bericht is verstuurd.' : 'Het bericht ging niet naar iedereen.'
}

const contactWishPhrases = { email: 'mogen mailen', phone: 'mogen bellen', none: 'niet mogen benaderen' }
const deadlinePhrases = {
  '': '',
  yes: 'met een vraag die op tijd kwam',
  no: 'met een vraag die na de vragentermijn kwam',
}
const joinWithOr = (words: string[]) => new Intl.ListFormat('nl-NL', { type: 'disjunction' }).format(words)

/** Shows the chosen audience of a custom message. An empty name in `places` is any organisation but a municipality. */
function AudienceSummary({ audience }: { audience: CustomMessageAudience }) {
  const { inTime, places, contactWishes, tookPart } = audience
  const wishes = joinWithOr(contactWishes.map((wish) => contactWishPhrases[wish]))
  const parts = [
    deadlinePhrases[inTime],
    wishes && `die we over de vraag ${wishes}`,
    places.length > 0 ? `die werkt bij ${joinWithOr(places.map((name) => name || 'een andere organisatie'))}` : '',
    tookPart ? 'die heeft meegedaan' : '',
  ].filter(Boolean)
  if (parts.length === 0) return <Paragraph>Aan iedereen die toen was aangemeld.</Paragraph>
  return (
    <Flow>
      <Paragraph>Aan iedereen die toen was aangemeld:</Paragraph>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </Flow>
  )
}
