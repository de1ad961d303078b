import type { ComponentProps } from 'react'
import { FormFeedback as Feedback } from '@/components/form/form-feedback'

type Props = Omit<ComponentProps<typeof Feedback>, 'documentTitle' | 'errors'> & {
  /** Title of the page without the name of the site; `null` when another form of the page sets the title. */
  pageTitle: string | null
  /** Error messages by field name, in page order. */
  errors?: Record<string, string>
}

/** Title of an admin page, and the result of the last submission. */
export function FormFeedback({ pageTitle, errors = {}, ...result }: Props) {
  return <Feedback documentTitle={pageTitle && `${pageTitle} - Aanschuif beheer`} errors={errors} {...result} />
}
