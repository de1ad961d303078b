import { Link, Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import type { TransferUnavailableReason as Why } from '@/lib/registrations/self-service/schema'
import { transferRefusalCopy } from './transfer-copy'

type Props = { token: string; session: Contact & { title: string }; reason: Why }

/** Why there is no place to hand over any more. */
export function TransferUnavailable({ token, session, reason }: Props) {
  const { title, text } = transferRefusalCopy[reason]
  return (
    <Flow>
      <title>Doorgeven kan niet meer - Aanschuif</title>
      <PageTitle size="calm" eyebrow={session.title}>
        Je plek doorgeven
      </PageTitle>
      <Callout title={title}>{text}</Callout>
      <Paragraph>
        <Link href={routes.selfService(token)}>Naar je aanmelding</Link>
      </Paragraph>
      <ContactPrompt question="Heb je een vraag?" contact={session} />
    </Flow>
  )
}
