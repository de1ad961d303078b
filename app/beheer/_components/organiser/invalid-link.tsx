import type { ReactNode } from 'react'
import { PageTitle } from '@/components/ui/page/page-title'

/** Shows that an organiser's invitation or account link does not work. `children` explain why, and what to do instead. */
export const InvalidLink = ({ children }: { children: ReactNode }) => (
  <>
    <title>Deze link werkt niet - Aanschuif beheer</title>
    <PageTitle size="calm">Deze link werkt niet (meer)</PageTitle>
    {children}
  </>
)
