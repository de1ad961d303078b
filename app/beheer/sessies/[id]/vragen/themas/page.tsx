import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { routes } from '@/lib/platform/routes'
import { getClosedRound, listProgramme, listThemes } from '@/lib/triage/queries'
import { ThemeForms } from './_components/theme-forms'
import { themeAction } from './actions'

export default async function ThemesPage({ params }: PageProps<'/beheer/sessies/[id]/vragen/themas'>) {
  const page = await loadSessionPage(params, routes.themes)
  const { session } = page
  const [parts, themes, round] = await Promise.all([
    listProgramme(session.id),
    listThemes(session.id),
    getClosedRound(session.id),
  ])
  return (
    <AdminSessionPage {...page} current="agendaQuestions" width="reading">
      <ThemeForms
        action={themeAction.bind(null, session.id)}
        sessionId={session.id}
        title={session.title}
        parts={parts.map(({ theme, questions }) => ({
          theme,
          questions: questions.map(({ id, text, workplace }) => ({ id, text, workplace })),
        }))}
        themes={themes}
        isClosed={round !== null}
      />
    </AdminSessionPage>
  )
}
