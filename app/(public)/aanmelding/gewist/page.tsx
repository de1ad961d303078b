import { Link, Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Alles is gewist - Aanschuif', robots: { index: false, follow: false } }

/** After somebody erased everything: the same for everybody, as there is nothing left to know them by. */
export default function ErasedPage() {
  return (
    <Page width="reading">
      <Flow>
        <PageTitle size="calm">Alles is gewist</PageTitle>
        <Callout tone="good" title="Dat is gelukt.">
          Je staat niet meer op de lijst, en er is hier niets meer van je aanmelding.
        </Callout>
        <Paragraph>
          Je krijgt er geen mail van: we hebben je adres niet meer. Was er net een mail onderweg, dan kan die nog
          aankomen. De links in je mails werken niet meer. De mails die je al had, kun je zelf weggooien.
        </Paragraph>
        <Paragraph>
          <Link href={routes.home()}>Bekijk alle kennissessies</Link>
        </Paragraph>
      </Flow>
    </Page>
  )
}
