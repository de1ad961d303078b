import { InvalidSelfServiceLink } from '@/app/(public)/_components/invalid-link'
import { Page } from '@/components/ui/page/page'
import { getOwnRecord } from '@/lib/privacy/subject-access'
import { PersonalData } from './_components/personal-data'

export default async function PersonalDataPage({ params }: PageProps<'/aanmelding/[token]/gegevens'>) {
  const { token } = await params
  const record = await getOwnRecord(token)
  if (!record) return <InvalidSelfServiceLink />
  return (
    <Page width="reading">
      <PersonalData record={record} token={token} />
    </Page>
  )
}
