import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getClosedRound, listProgramme, listThemes } from '@/lib/triage/queries'
import { ThemeForms } from './_components/theme-forms'
import { themeAction } from './actions'

export default async function ThemesPage({ params }: PageProps<'/beheer/sessies/[id]/vragen/themas'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.themes(id))
  const session = await sessionOr404(id)
  const [parts, themes, round] = await Promise.all([
    listProgramme(session.id),
    listThemes(session.id),
    getClosedRound(session.id),
  ])
  return (
    <AdminPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} current="agendaQuestions" />
        <ThemeForms
          action={themeAction.bind(null, session.id)}
          sessionId={session.id}
          title={session.title}
          parts={parts.map(({ theme, questions }) => ({
            theme,
            questions: questions.map(({ id: answer, text, workplace }) => ({ id: answer, text, workplace })),
          }))}
          themes={themes}
          isClosed={round !== null}
        />
      </Page>
    </AdminPage>
  )
}
