import { Link, Paragraph } from '@utrecht/component-library-react'
import { LinkRecoveryPrompt } from '@/components/session/link-recovery-prompt'
import { Page } from '@/components/ui/page/page'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'

const invalidLink = { title: 'Deze link werkt niet', heading: 'Deze link werkt niet (meer)' }

/** Shows that the link behind a button in a mail does not work, and where to find a valid link. */
export function InvalidButtonLink() {
  return (
    <Page width="reading">
      <PageBody {...invalidLink}>
        <Paragraph>
          Heb je de link gekopieerd? Kijk dan of hij helemaal is meegekomen. Of open de nieuwste mail over de
          kennissessie en gebruik de knop die daarin staat.
        </Paragraph>
        <LinkRecoveryPrompt />
        <Paragraph>
          Lukt het niet? Op de pagina van elke kennissessie staat wie je kunt mailen.{' '}
          <Link href={routes.home()}>Bekijk alle kennissessies</Link>
        </Paragraph>
      </PageBody>
    </Page>
  )
}

/** Shows that the link to the visitor's own registration does not work, and where to find a valid link. */
export function InvalidSelfServiceLink() {
  return (
    <Page width="reading">
      <PageBody {...invalidLink}>
        <Paragraph>
          Heb je de link gekopieerd? Kijk dan of hij helemaal is meegekomen. Of open de nieuwste mail over de
          kennissessie, en gebruik de link die onderaan staat.
        </Paragraph>
        <Paragraph>
          Vind je de mail niet meer? <Link href={routes.linkRecovery()}>Laat je link opnieuw mailen</Link>
        </Paragraph>
        <LinkParagraph href={routes.home()}>Bekijk alle kennissessies</LinkParagraph>
      </PageBody>
    </Page>
  )
}
