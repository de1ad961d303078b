import { Link, Paragraph } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'

/** Refers participants to their mails for the link to their registration, or to the form that mails it again. */
export const LinkRecoveryPrompt = () => (
  <Paragraph>
    Ben je al aangemeld? In elke mail staat een link naar je aanmelding. Ben je die kwijt?{' '}
    <Link href={routes.linkRecovery()}>Laat je link mailen</Link>
  </Paragraph>
)
