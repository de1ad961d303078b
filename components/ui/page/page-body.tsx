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

/** Titles and text of a page without an introduction: a form, a result, a message. */
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
