import { Paragraph } from '@utrecht/component-library-react'
import { DeskPage } from '@/app/beheer/desk-page'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { WholeWords } from '@/components/layout/whole-words'
import { FindPersonForm } from '@/components/organiser/find-person-form'
import { requireAdmin } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { findPersonAction } from './actions'

/** For who is asked what is kept of somebody, or to erase it. */
export default async function PersonalDataPage({ searchParams }: PageProps<'/beheer/gegevens'>) {
  const { gelukt } = await searchParams
  const organiser = await requireAdmin(routes.personalData())
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <FindPersonForm action={findPersonAction} erased={gelukt === 'erased'}>
          <PageTitle size="calm">Wat bewaren we van iemand?</PageTitle>
          <Paragraph>
            Vraagt iemand wat we bewaren, of wil iemand alles laten wissen? Zoek dan op{' '}
            <WholeWords text="e-mailadres" />. Kijk eerst of de vraag echt van die persoon komt: laat mailen vanaf dat
            adres.
          </Paragraph>
        </FindPersonForm>
      </Page>
    </DeskPage>
  )
}
