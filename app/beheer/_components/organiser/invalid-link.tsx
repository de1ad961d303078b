import { Link, Paragraph } from '@utrecht/component-library-react'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

const reasonTexts = {
  invitation: 'Hij was te oud, is al gebruikt of teruggetrokken. Vraag wie je uitnodigde om een nieuwe uitnodiging.',
  password: 'Hij was te oud of is al gebruikt.',
} as const

/** Explains why a link from a mail does not work, and how to continue. */
export function InvalidLink({ kind }: { kind: keyof typeof reasonTexts }) {
  return (
    <>
      <title>Deze link werkt niet - Aanschuif beheer</title>
      <PageTitle size="calm">Deze link werkt niet (meer)</PageTitle>
      <Flow>
        <Paragraph>{reasonTexts[kind]}</Paragraph>
        <Paragraph>
          {kind === 'invitation' ? (
            <>
              Heb je al een account? <Link href={routes.login()}>Log dan in</Link>.
            </>
          ) : (
            <Link href={routes.forgotPassword()}>Vraag een nieuwe link</Link>
          )}
        </Paragraph>
      </Flow>
    </>
  )
}
