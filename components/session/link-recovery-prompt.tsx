import { Link, Paragraph } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'

/** Tells a participant where to get the link to an existing registration. */
export const LinkRecoveryPrompt = () => (
  <Paragraph>
    Ben je al aangemeld? In elke mail staat een link naar je aanmelding. Ben je die kwijt?{' '}
    <Link href={routes.linkRecovery()}>Laat je link mailen</Link>
  </Paragraph>
)
