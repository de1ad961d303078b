import type { ReactNode } from 'react'
import { PageTitle } from '@/components/ui/page/page-title'

/** Content of a page whose link does not work. `children` say why, and how to continue. */
export const InvalidLink = ({ children }: { children: ReactNode }) => (
  <>
    <title>Deze link werkt niet - Aanschuif beheer</title>
    <PageTitle size="calm">Deze link werkt niet (meer)</PageTitle>
    {children}
  </>
)
