import { Link, Paragraph } from '@utrecht/component-library-react'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { InvalidLink } from '@/app/beheer/_components/organiser/invalid-link'
import { isFirstOrganiserKey } from '@/lib/organisers/account-links'
import { findAnyOrganiser } from '@/lib/organisers/queries'
import { routes } from '@/lib/platform/routes'
import { FirstOrganiserForm } from './_components/first-organiser-form'
import { createFirstOrganiserAction } from './actions'

export default async function FirstOrganiserPage({ searchParams }: PageProps<'/beheer/eerste-organisator'>) {
  const { sleutel } = await searchParams
  const key = typeof sleutel === 'string' && isFirstOrganiserKey(sleutel) ? sleutel : null
  const isUsable = key !== null && !(await findAnyOrganiser())
  return (
    <LoggedOutPage>
      {isUsable ? (
        <FirstOrganiserForm action={createFirstOrganiserAction} setupKey={key} />
      ) : (
        <InvalidLink>
          <Paragraph>
            Met deze link maak je de eerste organisator. Dat kan één keer: zodra er een organisator is, werkt de link
            niet meer. Heb je al een account? <Link href={routes.login()}>Log dan in</Link>. Is er nog geen organisator?
            Kopieer dan de hele link uit het venster waarin de site is gestart.
          </Paragraph>
        </InvalidLink>
      )}
    </LoggedOutPage>
  )
}
