import { Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { Page } from '@/components/ui/page/page'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { robots: { index: false } }

/** Confirms a transfer. The text is equal for every colleague, so that it does not reveal who was already registered. */
export default function TransferCompletedPage() {
  return (
    <Page width="reading">
      <PageBody title="Je plek is doorgegeven">
        <Paragraph>
          Je collega hoort het per mail, en krijgt vanaf nu de mails over de kennissessie. Jij bent afgemeld. Je krijgt
          daar nu een mail over, en daarna vanzelf geen mail meer.
        </Paragraph>
        <Paragraph>
          De links in je mails werken niet meer. Vergiste je je? Beantwoord dan de mail die je nu krijgt: die gaat naar
          de organisator.
        </Paragraph>
        <LinkParagraph href={routes.home()}>Bekijk alle kennissessies</LinkParagraph>
      </PageBody>
    </Page>
  )
}
