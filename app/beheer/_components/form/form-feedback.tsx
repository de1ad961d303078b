import type { ComponentProps } from 'react'
import { FormFeedback as Feedback } from '@/components/form/form-feedback'

type Props = Omit<ComponentProps<typeof Feedback>, 'documentTitle' | 'errors'> & {
  /** Document title without the site name; `null` when another form of the page sets the document title. */
  pageTitle: string | null
  /** Error messages by field name, in page order. */
  errors?: Record<string, string>
}

/** Sets the document title of an admin page, and shows the errors, refusal or success of the last submission. */
export function FormFeedback({ pageTitle, errors = {}, ...result }: Props) {
  return <Feedback documentTitle={pageTitle && `${pageTitle} - Aanschuif beheer`} errors={errors} {...result} />
}
