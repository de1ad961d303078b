import { Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { PageTitle } from '@/components/ui/page/page-title'
import { NonBreakingText } from '@/components/ui/text/non-breaking-text'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { FindPersonForm } from './_components/find-person-form'
import { findPersonAction } from './actions'

export default async function PersonalDataPage({ searchParams }: PageProps<'/beheer/gegevens'>) {
  const { gelukt } = await searchParams
  const organiser = await requireAdmin(routes.personSearch())
  return (
    <AdminPage organiser={organiser} width="reading">
      <FindPersonForm action={findPersonAction} erased={gelukt === 'erased'}>
        <PageTitle size="calm">Wat bewaren we van iemand?</PageTitle>
        <Paragraph>
          Vraagt iemand wat we bewaren, of wil iemand alles laten wissen? Zoek dan op{' '}
          <NonBreakingText text="e-mailadres" />. Kijk eerst of de vraag echt van die persoon komt: laat mailen vanaf
          dat adres.
        </Paragraph>
      </FindPersonForm>
    </AdminPage>
  )
}
