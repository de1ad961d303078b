import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Flow } from '@/components/ui/page/flow'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import styles from './form-footer.module.css'

/** Shows a link back to the participant's registration, and the session's contact. Place it below a self-service form. */
export function FormFooter({ token, backLabel, contact }: { token: string; backLabel: string; contact: Contact }) {
  return (
    <div className={styles.footer}>
      <Flow>
        <LinkParagraph href={routes.selfService(token)}>{backLabel}</LinkParagraph>
        <ContactPrompt question="Kom je er niet uit?" contact={contact} />
      </Flow>
    </div>
  )
}
