import { Link, Paragraph } from '@utrecht/component-library-react'
import { SiteFrame } from '@/components/site-frame/site-frame'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

export default function NotFound() {
  return (
    <SiteFrame>
      <title>Deze pagina is er niet - Aanschuif</title>
      <Page width="reading">
        <PageTitle>Deze pagina is er niet</PageTitle>
        <Paragraph>
          Misschien klopt het adres niet helemaal, of is de pagina weggehaald. Typte je het adres zelf? Kijk het dan nog
          eens na. Of begin bij <Link href={routes.home()}>alle kennissessies</Link>.
        </Paragraph>
      </Page>
    </SiteFrame>
  )
}
