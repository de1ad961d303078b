import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Callout } from '@/components/ui/callout'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'

type Props = {
  token: string
  session: Contact & { title: string }
  title: string
  heading: string
  reason: { title: string; text: string }
}

/** Shows, in place of a self-service form, why the participant can no longer use it. */
export function ActionUnavailable({ token, session, title, heading, reason }: Props) {
  return (
    <PageBody title={title} heading={heading} eyebrow={session.title}>
      <Callout title={reason.title}>{reason.text}</Callout>
      <LinkParagraph href={routes.selfService(token)}>Naar je aanmelding</LinkParagraph>
      <ContactPrompt question="Heb je een vraag?" contact={session} />
    </PageBody>
  )
}
