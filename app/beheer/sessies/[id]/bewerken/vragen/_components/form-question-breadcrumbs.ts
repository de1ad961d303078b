import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { routes } from '@/lib/platform/routes'

/** The breadcrumbs of the page of one question. */
export const formQuestionBreadcrumbs = ({ id, title }: { id: string; title: string }) => [
  sessionsBreadcrumb,
  { label: title, href: routes.editSession(id) },
  { label: 'Vragen', href: routes.formQuestions(id) },
]
