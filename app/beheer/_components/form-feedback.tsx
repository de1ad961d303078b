import type { ComponentProps } from 'react'
import { FormFeedback as BaseFormFeedback } from '@/components/form/form-feedback'

export type { Flash } from '@/components/form/form-feedback'

type Props = Omit<ComponentProps<typeof BaseFormFeedback>, 'documentTitle'> & {
  /** Document title without the name of the site. Null if another form on the page sets it. */
  pageTitle: string | null
}

/** Document title and result of a submission, above a form of the admin area. */
export const FormFeedback = ({ pageTitle, ...feedback }: Props) => (
  <BaseFormFeedback {...feedback} documentTitle={pageTitle === null ? null : `${pageTitle} - Aanschuif beheer`} />
)
