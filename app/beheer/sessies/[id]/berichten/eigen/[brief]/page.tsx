import { Paragraph } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { idOr404 } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import {
  AudiencePhrase,
  describeFilters,
  describeStatuses,
} from '@/app/beheer/sessies/[id]/berichten/_components/audience-copy'
import { CancelCustomMessage } from '@/app/beheer/sessies/[id]/berichten/_components/message-actions'
import { cancelCustomMessageAction } from '@/app/beheer/sessies/[id]/berichten/actions'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { DateTime } from '@/components/ui/text/date-time'
import { getCustomMessage, type SentAudience } from '@/lib/notifications/custom-messages'
import { previewMail } from '@/lib/notifications/preview'
import { routes } from '@/lib/platform/routes'

type Props = PageProps<'/beheer/sessies/[id]/berichten/eigen/[brief]'>

export default async function CustomMessagePage({ params, searchParams }: Props) {
  const [{ brief }, { gelukt }] = await Promise.all([params, searchParams])
  const { organiser, session, now } = await loadSessionPage(params, (id) => routes.customMessage(id, brief))
  const message = (await getCustomMessage(session.id, idOr404(brief))) ?? notFound()
  const { progress } = message
  const status = message.person ? undefined : message.to?.statuses[0]
  const sample = { sessionId: session.id, kind: 'customMessage', status, registrationId: message.person?.id } as const
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
        <AudienceSummary sessionId={session.id} audience={message} />
        <CancelCustomMessage
          action={cancelCustomMessageAction.bind(null, session.id, message.id)}
          canCancel={progress.left > 0}
        />
        <Paragraph>
          {message.person ? 'Zo ziet de mail er nu uit.' : 'Dit is de mail met voorbeeldgegevens.'} Bij de berichten
          staat hij zoals {message.person ? 'hij is verstuurd' : 'ieder hem kreeg'}.
        </Paragraph>
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

/** Shows to whom a custom message was sent. Renders nothing if that was erased. */
function AudienceSummary({ sessionId, audience }: { sessionId: string; audience: SentAudience }) {
  const { person, to } = audience
  if (person)
    return (
      <Paragraph>
        Alleen <AudiencePhrase sessionId={sessionId} audience={audience} />.
      </Paragraph>
    )
  if (!to) return null
  const filters = describeFilters(to)
  const everybody = `Aan iedereen die toen ${describeStatuses(to)}`
  if (filters.length === 0) return <Paragraph>{everybody}.</Paragraph>
  return (
    <Flow>
      <Paragraph>{everybody}:</Paragraph>
      <ul>
        {filters.map((filter) => (
          <li key={filter}>{filter}</li>
        ))}
      </ul>
    </Flow>
  )
}
