import { Link, Paragraph } from '@utrecht/component-library-react'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { DeskFrame } from '@/components/organiser/desk-frame'
import { FirstOrganiserForm } from '@/components/organiser/first-organiser-form'
import { isFirstOrganiserKey } from '@/lib/organisers/first-link'
import { findAnyOrganiser } from '@/lib/organisers/queries'
import { routes } from '@/lib/platform/routes'
import { createFirstOrganiserAction } from './actions'

export default async function FirstOrganiserPage({ searchParams }: PageProps<'/beheer/eerste-organisator'>) {
  const { sleutel } = await searchParams
  const key = typeof sleutel === 'string' && isFirstOrganiserKey(sleutel) ? sleutel : null
  const works = key !== null && !(await findAnyOrganiser())
  return (
    <DeskFrame>
      <Page width="reading">
        {works ? <FirstOrganiserForm action={createFirstOrganiserAction} sentKey={key} /> : <LinkDoesNotWork />}
      </Page>
    </DeskFrame>
  )
}

function LinkDoesNotWork() {
  return (
    <>
      <title>Deze link werkt niet - Aanschuif beheer</title>
      <PageTitle size="calm">Deze link werkt niet (meer)</PageTitle>
      <Paragraph>
        Met deze link maak je de eerste organisator. Dat kan één keer: zodra er een organisator is, werkt de link niet
        meer. Heb je al een account? <Link href={routes.login()}>Log dan in</Link>. Is er nog geen organisator? Kopieer
        dan de hele link uit het venster waarin de site is gestart.
      </Paragraph>
    </>
  )
}
