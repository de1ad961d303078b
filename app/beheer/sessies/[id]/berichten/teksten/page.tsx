import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { adaptableKinds } from '@/lib/notifications/kinds/registry'
import { listOverriddenKinds } from '@/lib/notifications/template-overrides'
import { routes } from '@/lib/platform/routes'
import { TemplateList } from './_components/template-list'

export default async function TemplatesPage({ params }: PageProps<'/beheer/sessies/[id]/berichten/teksten'>) {
  const page = await loadSessionPage(params, routes.mailTemplates)
  const sessionId = page.session.id
  return (
    <AdminSessionPage {...page} current="messages" title="Teksten van de mails">
      <TemplateList
        sessionId={sessionId}
        kinds={adaptableKinds}
        overriddenKinds={await listOverriddenKinds(sessionId)}
      />
    </AdminSessionPage>
  )
}
