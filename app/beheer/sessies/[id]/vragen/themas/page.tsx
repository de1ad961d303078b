import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { SessionHeading } from '@/components/organiser/session-heading'
import { ThemeForms } from '@/components/organiser/theme-forms'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getClosing, listProgramme, listThemes } from '@/lib/questions/queries'
import { themeAction } from './actions'

export default async function ThemesPage({ params }: PageProps<'/beheer/sessies/[id]/vragen/themas'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.themes(id))
  const session = await sessionOr404(id)
  const [parts, themes, closing] = await Promise.all([
    listProgramme(session.id),
    listThemes(session.id),
    getClosing(session.id),
  ])
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} here="questions" />
        <ThemeForms
          action={themeAction.bind(null, session.id)}
          sessionId={session.id}
          title={session.title}
          parts={parts.map(({ theme, questions }) => ({
            theme,
            questions: questions.map(({ id: answer, text, place }) => ({ id: answer, text, place })),
          }))}
          themes={themes}
          closed={closing !== null}
        />
      </Page>
    </DeskPage>
  )
}
