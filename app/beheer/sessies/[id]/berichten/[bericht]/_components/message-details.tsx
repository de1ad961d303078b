import { Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { messageStateLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import styles from '@/app/beheer/sessies/[id]/berichten/_components/message-actions.module.css'
import { PageTitle } from '@/components/ui/page/page-title'
import { DateTime } from '@/components/ui/text/date-time'
import { DescriptionList } from '@/components/ui/text/description-list'
import { mailKindLabel } from '@/lib/notifications/kinds/registry'
import type { getMessage } from '@/lib/outbox/message-queries'

type Message = NonNullable<Awaited<ReturnType<typeof getMessage>>>

const notRenderedYet = 'Deze mail wordt gemaakt op het moment dat hij weggaat. Tot dan is er niets te zien.'
const contentErased =
  'Wat er in deze mail stond, is gewist. Dat doen we een tijd na de kennissessie, of als iemand die erin stond gewist is.'

/** One mail: its delivery, and its content as it was sent. */
export function MessageDetails({ message, children }: { message: Message; children: ReactNode }) {
  const { preview } = message
  return (
    <>
      <PageTitle size="calm" eyebrow={`Aan ${message.to.name}`}>
        {mailKindLabel(message.kind)}
      </PageTitle>
      <DescriptionList layout="rows" items={facts(message)} />
      <div className={styles.actions}>{children}</div>
      {preview ? (
        <MailPreviewSection preview={preview} />
      ) : (
        <Paragraph>{message.state === 'sent' ? contentErased : notRenderedYet}</Paragraph>
      )}
    </>
  )
}

function facts(message: Message) {
  const { to, at, attempts, smtpResponse } = message
  return [
    { term: 'Aan', detail: [to.name, to.address].filter(Boolean).join(', ') },
    { term: 'Stand', detail: messageStateLabel(message) },
    { term: 'Wanneer', detail: <DateTime value={at} /> },
    ...(attempts > 1 ? [{ term: 'Geprobeerd', detail: `${attempts} keer` }] : []),
    ...(smtpResponse ? [{ term: 'Antwoord van de mailserver', detail: smtpResponse }] : []),
    ...(message.maybeDuplicate
      ? [
          {
            term: message.state === 'sent' ? 'Mogelijk dubbel' : 'Misschien toch aangekomen',
            detail: `De verbinding viel weg toen de mail al was aangeboden. Misschien is hij ${message.state === 'sent' ? 'twee keer' : 'toch'} aangekomen.`,
          },
        ]
      : []),
    ...(message.dismissedAt ? [{ term: 'Geregeld', detail: <DateTime value={message.dismissedAt} /> }] : []),
  ]
}
