'use client'

import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { LinkRecoveryForm, type LinkRecoveryProps } from '@/app/(public)/_components/link-recovery-form'
import { PageBody } from '@/components/ui/page/page-body'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

/** Shows the form to get the links to all one's registrations by mail, and what to do when no mail comes. */
export const RecoverLink = (props: LinkRecoveryProps) => (
  <LinkRecoveryForm
    {...props}
    documentTitle="Je link opnieuw krijgen - Aanschuif"
    wanted="link"
    buttonLabel="Mail mijn link"
    intro={intro}
    renderRequested={(message) => <LinkRequested message={message} />}
  />
)

const intro = (
  <>
    <PageTitle size="calm">Je link opnieuw krijgen</PageTitle>
    <Paragraph>
      Met je eigen link kun je je aanmelding bekijken en wijzigen, of je afmelden. Vul het e-mailadres in waarmee je je
      hebt aangemeld. Dan mailen we de link.
    </Paragraph>
  </>
)

const LinkRequested = ({ message }: { message: ReactNode }) => (
  <PageBody title="Kijk in je mail">
    {message}
    <Paragraph>Komt er binnen een kwartier niets?</Paragraph>
    <UnorderedList role={undefined}>
      <UnorderedListItem>Kijk bij ongewenste mail.</UnorderedListItem>
      <UnorderedListItem>
        Misschien meldde je je aan met een ander adres. <Link href={routes.linkRecovery()}>Probeer dat adres</Link>
      </UnorderedListItem>
      <UnorderedListItem>
        Of misschien is je aanmelding niet gelukt. <Link href={routes.home()}>Bekijk alle kennissessies</Link>: op elke
        pagina staat wie je kunt mailen.
      </UnorderedListItem>
    </UnorderedList>
  </PageBody>
)
