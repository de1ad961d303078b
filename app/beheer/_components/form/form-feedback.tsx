import { FormFeedback as Feedback } from '@/components/form/form-feedback'
import type { Flash } from './form-state'

type Props = {
  /** Title of the page without the name of the site; `null` when another form of the page sets the title. */
  pageTitle: string | null
  /** A message for each refused field, by its name and in the order of the form. */
  errors?: Record<string, string>
  refusal?: Flash | null
  success?: Flash | null
  /** State of the form's action. The message takes focus each time it changes. */
  submission: unknown
}

/** Title of an admin page, and the outcome of the last submission. */
export function FormFeedback({ pageTitle, errors = {}, ...outcome }: Props) {
  return <Feedback documentTitle={pageTitle && `${pageTitle} - Aanschuif beheer`} errors={errors} {...outcome} />
}
