import { Link, Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { Note } from '@/components/form/note'
import { Flow } from '@/components/layout/flow'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Alles is gewist - Aanschuif', robots: { index: false, follow: false } }

/** After somebody erased everything: the same for everybody, as there is nothing left to know them by. */
export default function OwnErasedPage() {
  return (
    <Page width="reading">
      <Flow>
        <PageTitle size="calm">Alles is gewist</PageTitle>
        <Note tone="good" lead="Dat is gelukt.">
          Je staat niet meer op de lijst, en er is hier niets meer van je aanmelding.
        </Note>
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
