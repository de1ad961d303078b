import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { adaptableKinds, kindFromSlug, mailKindLabel } from '@/lib/notifications/kinds/registry'
import { getPlaceholderExamples, previewMail } from '@/lib/notifications/preview'
import { listPreviewParticipants } from '@/lib/notifications/queries'
import { getDefaultTemplate, getTemplateOverride } from '@/lib/notifications/template-overrides'
import { routes } from '@/lib/platform/routes'
import { TemplateForm } from './_components/template-form'
import { templateAction } from './actions'

export default async function TemplatePage({ params }: PageProps<'/beheer/sessies/[id]/berichten/teksten/[soort]'>) {
  const { soort } = await params
  const { organiser, session, now } = await loadSessionPage(params, (id) => routes.mailTemplate(id, soort))
  const kind = kindFromSlug(adaptableKinds, soort) ?? notFound()
  const [{ version, ...override }, participants, mailPreview, examples] = await Promise.all([
    getTemplateOverride(session.id, kind),
    listPreviewParticipants(session.id),
    previewMail({ sessionId: session.id, kind }, { now }),
    getPlaceholderExamples(session.id, kind),
  ])
  const defaultContent = getDefaultTemplate(kind)
  const messages = { label: 'Berichten', href: routes.messages(session.id) }
  const templates = { label: 'Teksten', href: routes.mailTemplates(session.id) }
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={sessionBreadcrumbs(session, messages, templates)}>
      <TemplateForm
        action={templateAction.bind(null, session.id, soort)}
        kind={kind}
        label={mailKindLabel(kind)}
        content={{ subject: override.subject || defaultContent.subject, text: override.text || defaultContent.text }}
        isOverridden={Boolean(override.subject || override.text)}
        title={session.title}
        email={organiser.email}
        {...{ version, mailPreview, participants, examples }}
      />
    </AdminPage>
  )
}
