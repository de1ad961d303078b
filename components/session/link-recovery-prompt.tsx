import { Link, Paragraph } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'

/** Where somebody goes who is signed up already, and wants to see or change that. */
export const LinkRecoveryPrompt = () => (
  <Paragraph>
    Ben je al aangemeld? In elke mail staat een link naar je aanmelding. Ben je die kwijt?{' '}
    <Link href={routes.linkRecovery()}>Laat je link mailen</Link>
  </Paragraph>
)
