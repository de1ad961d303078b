import type { ComponentProps } from 'react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { FormQuestionForm } from './form-question-form'

type Props = Pick<ComponentProps<typeof AdminPage>, 'organiser'> &
  Omit<ComponentProps<typeof FormQuestionForm>, 'title'> & { session: { id: string; title: string }; heading: string }

/** The page of a new or existing question. */
export function FormQuestionPage({ organiser, session, heading, ...form }: Props) {
  const breadcrumbs = [
    sessionsBreadcrumb,
    { label: session.title, href: routes.editSession(session.id) },
    { label: 'Vragen', href: routes.formQuestions(session.id) },
  ]
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={breadcrumbs}>
      <PageTitle size="calm">{heading}</PageTitle>
      <FormQuestionForm {...form} title={`${heading} ${session.title}`} />
    </AdminPage>
  )
}
