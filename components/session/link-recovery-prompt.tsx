import { Link, Paragraph } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'

/** Shows where participants find the link to their registration, and links to the form that mails it again. */
export const LinkRecoveryPrompt = () => (
  <Paragraph>
    Ben je al aangemeld? In elke mail staat een link naar je aanmelding. Ben je die kwijt?{' '}
    <Link href={routes.linkRecovery()}>Laat je link mailen</Link>
  </Paragraph>
)
