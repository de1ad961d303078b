import { Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { Callout } from '@/components/ui/callout'
import { Page } from '@/components/ui/page/page'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** Confirms an erasure. The URL has no token, because the registration no longer exists. */
export default function ErasedPage() {
  return (
    <Page width="reading">
      <PageBody title="Alles is gewist">
        <Callout tone="good" title="Dat is gelukt.">
          Je staat niet meer op de lijst, en er is hier niets meer van je aanmelding.
        </Callout>
        <Paragraph>
          Je krijgt er geen mail van: we hebben je adres niet meer. Was er net een mail onderweg, dan kan die nog
          aankomen. De links in je mails werken niet meer. De mails die je al had, kun je zelf weggooien.
        </Paragraph>
        <LinkParagraph href={routes.home()}>Bekijk alle kennissessies</LinkParagraph>
      </PageBody>
    </Page>
  )
}
