import { Paragraph } from '@utrecht/component-library-react'
import { InvalidSelfServiceLink } from '@/app/(public)/aanmelding/_components/invalid-self-service-link'
import { ButtonLink } from '@/components/ui/button-link'
import { Page } from '@/components/ui/page/page'
import { routes } from '@/lib/platform/routes'
import { getOwnRecord } from '@/lib/privacy/subject-access'
import { PersonalData } from './_components/personal-data'

/** All that is kept of who has the link, to read and to take along. */
export default async function PersonalDataPage({ params }: PageProps<'/aanmelding/[token]/gegevens'>) {
  const { token } = await params
  const record = await getOwnRecord(token)
  if (!record) return <InvalidSelfServiceLink />
  return (
    <Page width="reading">
      <PersonalData record={record} token={token}>
        <Paragraph>
          <ButtonLink href={routes.selfServiceDataFile(token)}>Download als bestand (JSON)</ButtonLink>
        </Paragraph>
      </PersonalData>
    </Page>
  )
}
