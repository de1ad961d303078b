import { Paragraph } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { failureCopies } from '@/app/beheer/_components/mail/failure-copy'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { idOr404 } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { messageStateLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import { MessageActions } from '@/app/beheer/sessies/[id]/berichten/_components/message-actions'
import styles from '@/app/beheer/sessies/[id]/berichten/_components/message-actions.module.css'
import { messageAction } from '@/app/beheer/sessies/[id]/berichten/actions'
import { PageTitle } from '@/components/ui/page/page-title'
import { DateTime } from '@/components/ui/text/date-time'
import { DescriptionList } from '@/components/ui/text/description-list'
import { mailKindLabel, nonResendableKinds } from '@/lib/notifications/kinds/registry'
import { getMessage } from '@/lib/outbox/message-queries'
import { missedCancelReasons } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'

const notRenderedYet = 'Deze mail wordt gemaakt op het moment dat hij weggaat. Tot dan is er niets te zien.'
const neverRendered = 'Deze mail is nooit gemaakt, omdat hij niet is verstuurd.'
const contentErased =
  'Wat er in deze mail stond, is gewist. Dat doen we een tijd na de kennissessie, of als iemand die erin stond gewist is.'

export default async function MessagePage({ params }: PageProps<'/beheer/sessies/[id]/berichten/[bericht]'>) {
  const { bericht } = await params
  const { organiser, session, now } = await loadSessionPage(params, (id) => routes.message(id, bericht))
  const message = (await getMessage(session.id, idOr404(bericht))) ?? notFound()
  const { kind, to, state, cancelReason, resendCount, preview, isRendered } = message
  const isQueued = state === 'waiting' || state === 'retrying'
  const lostContent = isRendered ? contentErased : neverRendered
  const failed = state === 'failed' || (cancelReason !== null && missedCancelReasons.includes(cancelReason))
  return (
    <AdminPage
      organiser={organiser}
      title={`Bericht aan ${to.name}`}
      breadcrumbs={sessionBreadcrumbs(session, { label: 'Berichten', href: routes.messages(session.id) })}
    >
      <MailHealth now={now} />
      <PageTitle size="calm" eyebrow={`Aan ${to.name}`}>
        {mailKindLabel(kind)}
      </PageTitle>
      <DescriptionList layout="rows" items={facts(message)} />
      <div className={styles.actions}>
        <MessageActions action={messageAction.bind(null, session.id, message.id)} resendCount={resendCount}>
          {isQueued ? (
            <FormButton intent="cancel">
              Stop de mail aan <bdi>{to.name}</bdi>
            </FormButton>
          ) : null}
          {isQueued || nonResendableKinds.includes(kind) ? null : (
            <FormButton intent="resend">
              Stuur nog een keer aan <bdi>{to.name}</bdi>
            </FormButton>
          )}
          {failed && !message.dismissedAt && resendCount === 0 ? (
            <FormButton intent="dismiss">Ik heb dit geregeld</FormButton>
          ) : null}
        </MessageActions>
      </div>
      {preview ? (
        <MailPreviewSection preview={preview} />
      ) : (
        <Paragraph>{isQueued ? notRenderedYet : lostContent}</Paragraph>
      )}
    </AdminPage>
  )
}

function facts(message: NonNullable<Awaited<ReturnType<typeof getMessage>>>) {
  const { to, at, attempts, failure, maybeDuplicate, smtpResponse } = message
  return [
    { term: 'Aan', detail: [to.name, to.address].filter(Boolean).join(', ') },
    { term: 'Stand', detail: messageStateLabel(message) },
    { term: 'Wanneer', detail: <DateTime value={at} /> },
    ...(attempts > 1 ? [{ term: 'Geprobeerd', detail: `${attempts} keer` }] : []),
    ...(smtpResponse ? [{ term: 'Antwoord van de mailserver', detail: smtpResponse }] : []),
    ...(failure && !maybeDuplicate ? [{ term: 'Wat kun je doen', detail: failureCopies[failure.reason].remedy }] : []),
    ...(maybeDuplicate ? [duplicateFact(message.state === 'sent')] : []),
    ...(message.dismissedAt ? [{ term: 'Geregeld', detail: <DateTime value={message.dismissedAt} /> }] : []),
  ]
}

const duplicateFact = (isSent: boolean) => ({
  term: isSent ? 'Mogelijk dubbel' : 'Misschien toch aangekomen',
  detail: `De verbinding viel weg toen de mail al was aangeboden. Misschien is hij ${isSent ? 'twee keer' : 'toch'} aangekomen.`,
})
