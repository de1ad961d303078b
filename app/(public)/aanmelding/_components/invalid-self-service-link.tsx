import { Link, Paragraph } from '@utrecht/component-library-react'
import { Flow } from '@/components/ui/page/flow'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

/** For a link to a sign-up that is not ours, was cut off or no longer works. */
export function InvalidSelfServiceLink() {
  return (
    <Page width="reading">
      <Flow>
        <title>Deze link werkt niet - Aanschuif</title>
        <PageTitle size="calm">Deze link werkt niet (meer)</PageTitle>
        <Paragraph>
          Heb je de link gekopieerd? Kijk dan of hij helemaal is meegekomen. Of open de nieuwste mail over de
          kennissessie, en gebruik de link die onderaan staat.
        </Paragraph>
        <Paragraph>
          Vind je de mail niet meer? <Link href={routes.linkRecovery()}>Laat je link opnieuw mailen</Link>
        </Paragraph>
        <Paragraph>
          <Link href={routes.home()}>Bekijk alle kennissessies</Link>
        </Paragraph>
      </Flow>
    </Page>
  )
}
