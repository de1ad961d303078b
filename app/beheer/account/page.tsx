import { DeskPage } from '@/app/beheer/desk-page'
import { Outcome } from '@/components/form/outcome'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { AccountFacts } from '@/components/organiser/account-facts'
import { accountDone } from '@/components/organiser/people-words'
import { requireOrganiser } from '@/lib/organisers/current'
import { hasPassword } from '@/lib/organisers/queries'
import { type AccountDone, routes } from '@/lib/platform/routes'

export default async function AccountPage({ searchParams }: PageProps<'/beheer/account'>) {
  const organiser = await requireOrganiser(routes.account())
  const { gelukt } = await searchParams
  const isDone = typeof gelukt === 'string' && Object.hasOwn(accountDone, gelukt)
  const done = isDone ? accountDone[gelukt as AccountDone] : null
  return (
    <DeskPage organiser={organiser}>
      <title>Jouw account - Aanschuif beheer</title>
      <Page width="reading">
        {done ? (
          <Outcome lead={done.lead} sending={gelukt}>
            {done.text}
          </Outcome>
        ) : null}
        <PageTitle size="calm">Jouw account</PageTitle>
        <AccountFacts organiser={organiser} hasPassword={await hasPassword(organiser.id)} />
      </Page>
    </DeskPage>
  )
}
