import { routes } from '@/lib/platform/routes'
import { Trail } from './trail'

/** The way back up from one question. */
export function QuestionTrail({ session: { id, title } }: { session: { id: string; title: string } }) {
  return (
    <Trail
      links={[
        { label: 'Kennissessies', href: routes.desk() },
        { label: title, href: routes.editSession(id) },
        { label: 'Vragen', href: routes.formQuestions(id) },
      ]}
    />
  )
}
