import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Flow } from '@/components/ui/page/flow'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import styles from './form-footer.module.css'

/** Footer of a self-service form: the link back and the contact. */
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
