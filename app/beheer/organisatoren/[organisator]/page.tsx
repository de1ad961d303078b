import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { personDone } from '@/components/organiser/people-words'
import { PersonActions } from '@/components/organiser/person-actions'
import { PersonFacts } from '@/components/organiser/person-facts'
import { Trail } from '@/components/organiser/trail'
import { requireAdmin } from '@/lib/organisers/current'
import { getOrganiser } from '@/lib/organisers/queries'
import { clock } from '@/lib/platform/clock'
import { keepTerms } from '@/lib/platform/env'
import { type PersonDone, routes } from '@/lib/platform/routes'
import { accountEraseAt } from '@/lib/privacy/rules'
import { changePersonAction } from './actions'

type Props = PageProps<'/beheer/organisatoren/[organisator]'>

export default async function PersonPage({ params, searchParams }: Props) {
  const [{ organisator }, { gelukt }] = await Promise.all([params, searchParams])
  const organiser = await requireAdmin(routes.organiser(organisator))
  const person = await getOrganiser(idOr404(organisator), clock.now())
  if (!person) notFound()
  const done = typeof gelukt === 'string' && Object.hasOwn(personDone, gelukt) ? personDone[gelukt as PersonDone] : null
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <PersonActions action={changePersonAction.bind(null, person.id)} person={person} done={done}>
          <Trail links={[{ label: 'Organisatoren', href: routes.organisers() }]} />
          <PageTitle size="calm">{person.name}</PageTitle>
          <PersonFacts person={{ ...person, eraseAt: accountEraseAt(person, keepTerms()) }} />
        </PersonActions>
      </Page>
    </DeskPage>
  )
}
