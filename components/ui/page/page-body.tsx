import type { ReactNode } from 'react'
import { Flow } from './flow'
import { PageTitle } from './page-title'

type Props = {
  /** Document title, without the name of the site. */
  title: string
  /** The h1; equal to the title by default. */
  heading?: ReactNode
  eyebrow?: ReactNode
  children: ReactNode
}

/** Shows the h1 and text of a short page, such as a form or a message, and sets the document title. */
export function PageBody({ title, heading = title, eyebrow, children }: Props) {
  return (
    <Flow>
      <title>{`${title} - Aanschuif`}</title>
      <PageTitle size="calm" eyebrow={eyebrow}>
        {heading}
      </PageTitle>
      {children}
    </Flow>
  )
}
