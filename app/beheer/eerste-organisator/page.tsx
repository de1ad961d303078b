import { Link, Paragraph } from '@utrecht/component-library-react'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { InvalidLink } from '@/app/beheer/_components/organiser/invalid-link'
import { OrganiserForm } from '@/app/beheer/_components/organiser/organiser-form'
import { newPasswordField } from '@/app/beheer/_components/organiser/password-fields'
import { createFirstOrganiserAction } from '@/app/beheer/inloggen/actions'
import { PageTitle } from '@/components/ui/page/page-title'
import { isFirstOrganiserKey } from '@/lib/organisers/account-links'
import { findAnyOrganiser } from '@/lib/organisers/queries'
import { routes } from '@/lib/platform/routes'

const refusal = {
  title: 'Het account is niet gemaakt.',
  text: (
    <>
      Er is al een organisator, of de link klopt niet. <Link href={routes.login()}>Naar inloggen</Link>
    </>
  ),
}

export default async function FirstOrganiserPage({ searchParams }: PageProps<'/beheer/eerste-organisator'>) {
  const { sleutel } = await searchParams
  const key = typeof sleutel === 'string' && isFirstOrganiserKey(sleutel) ? sleutel : null
  const isUsable = key !== null && !(await findAnyOrganiser())
  if (!isUsable)
    return (
      <LoggedOutPage>
        <InvalidLink>
          <Paragraph>
            Met deze link maak je de eerste organisator. Dat kan één keer: zodra er een organisator is, werkt de link
            niet meer. Heb je al een account? <Link href={routes.login()}>Log dan in</Link>. Is er nog geen organisator?
            Kopieer dan de hele link uit het venster waarin de site is gestart.
          </Paragraph>
        </InvalidLink>
      </LoggedOutPage>
    )
  return (
    <LoggedOutPage>
      <PageTitle size="calm">Maak het account van de eerste organisator</PageTitle>
      <OrganiserForm
        action={createFirstOrganiserAction}
        title="De eerste organisator"
        intro={
          <Paragraph>
            Met dit account log je in en zie je wie zich aanmeldt. Daarna werkt deze link niet meer.
          </Paragraph>
        }
        values={{ name: '', email: '' }}
        fields={[
          { name: 'name', label: 'Naam', autoComplete: 'name' },
          { name: 'email', type: 'email', label: 'E-mailadres', autoComplete: 'username' },
          newPasswordField('Wachtwoord'),
        ]}
        refusals={{ refused: refusal }}
        submitLabel="Account maken"
      >
        <input type="hidden" name="sleutel" value={key} />
      </OrganiserForm>
    </LoggedOutPage>
  )
}
