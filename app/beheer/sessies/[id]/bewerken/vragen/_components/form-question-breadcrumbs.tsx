import { Breadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { routes } from '@/lib/platform/routes'

/** The way back up from one question. */
export function FormQuestionBreadcrumbs({ session: { id, title } }: { session: { id: string; title: string } }) {
  return (
    <Breadcrumbs
      links={[
        { label: 'Kennissessies', href: routes.admin() },
        { label: title, href: routes.editSession(id) },
        { label: 'Vragen', href: routes.formQuestions(id) },
      ]}
    />
  )
}
