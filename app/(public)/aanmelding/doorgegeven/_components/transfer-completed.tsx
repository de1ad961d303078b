import { Link, Paragraph } from '@utrecht/component-library-react'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

/** After handing over: who hears of it, and that there is nothing more to do. */
export function TransferCompleted() {
  return (
    <Flow>
      <title>Je plek is doorgegeven - Aanschuif</title>
      <PageTitle size="calm">Je plek is doorgegeven</PageTitle>
      <Paragraph>
        Je collega hoort het per mail, en krijgt vanaf nu de mails over de kennissessie. Jij bent afgemeld. Je krijgt
        daar nu een mail over, en daarna geen mail meer.
      </Paragraph>
      <Paragraph>
        De links in je mails werken niet meer. Vergiste je je? Beantwoord dan de mail die je nu krijgt: die gaat naar de
        organisator.
      </Paragraph>
      <Paragraph>
        <Link href={routes.home()}>Bekijk alle kennissessies</Link>
      </Paragraph>
    </Flow>
  )
}
