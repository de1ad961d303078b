import { Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { LinkRecoveryPrompt } from '@/components/session/link-recovery-prompt'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'

/** Replaces the confirmation of a sign-up without its cookie: on a later visit or another device, or after no sign-up. */
export function MissingConfirmation({ session }: { session: Contact & { slug: string; title: string } }) {
  return (
    <PageBody title="Heb je je aangemeld?" eyebrow={session.title}>
      <Paragraph>
        Dan staat er een bevestiging in je mail. Niets gezien? Kijk dan ook bij ongewenste mail. Staat hij daar ook
        niet, dan is je aanmelding niet gelukt.
      </Paragraph>
      <LinkRecoveryPrompt />
      <LinkParagraph href={routes.session(session.slug)}>Naar de kennissessie</LinkParagraph>
      <ContactPrompt question="Weet je het niet zeker?" contact={session} />
    </PageBody>
  )
}
