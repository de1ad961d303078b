import { Paragraph } from '@utrecht/component-library-react'
import { ButtonLink } from '@/components/layout/button-link'
import { Page } from '@/components/layout/page'
import { UnknownOwnLink } from '@/components/own-sign-up/unknown-own-link'
import { OwnData } from '@/components/privacy/own-data'
import { routes } from '@/lib/platform/routes'
import { getOwnRecord } from '@/lib/privacy/records'

/** All that is kept of who has the link, to read and to take along. */
export default async function OwnDataPage({ params }: PageProps<'/aanmelding/[token]/gegevens'>) {
  const { token } = await params
  const record = await getOwnRecord(token)
  if (!record) return <UnknownOwnLink />
  return (
    <Page width="reading">
      <OwnData record={record} token={token}>
        <Paragraph>
          <ButtonLink href={routes.ownDataFile(token)}>Download als bestand (JSON)</ButtonLink>
        </Paragraph>
      </OwnData>
    </Page>
  )
}
