import { DeskPage } from '@/app/beheer/desk-page'
import { Note } from '@/components/form/note'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { Trail } from '@/components/organiser/trail'
import { TwoStepForm } from '@/components/organiser/two-step-form'
import { needsTwoStep, requireOrganiser } from '@/lib/organisers/current'
import { hasPassword } from '@/lib/organisers/queries'
import { routes } from '@/lib/platform/routes'
import { twoStepAction } from './actions'

export default async function TwoStepPage() {
  const organiser = await requireOrganiser(routes.twoStep())
  const mustFirst = needsTwoStep() && !organiser.twoStep
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <Trail links={[{ label: 'Jouw account', href: routes.account() }]} />
        <PageTitle size="calm">Inloggen in twee stappen</PageTitle>
        {mustFirst ? (
          <Note lead="Stel dit eerst in.">Hier moet iedereen inloggen in twee stappen. Daarna kun je verder.</Note>
        ) : null}
        <TwoStepForm
          action={twoStepAction}
          isOn={organiser.twoStep}
          required={needsTwoStep()}
          email={organiser.email}
          hasPassword={await hasPassword(organiser.id)}
        />
      </Page>
    </DeskPage>
  )
}
