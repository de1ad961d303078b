import type { ReactNode } from 'react'
import { DeskPage } from '@/app/beheer/desk-page'
import { Page } from '@/components/layout/page'
import { SessionHeading } from '@/components/organiser/session-heading'

type Props = {
  organiser: Parameters<typeof DeskPage>[0]['organiser']
  session: Parameters<typeof SessionHeading>[0]['session']
  now: Date
  children: ReactNode
}

/** The page of a form that changes one thing about a kennissessie, which one first looks at and then does. */
export function StepPage({ organiser, session, now, children }: Props) {
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={now} here="editSession" />
        {children}
      </Page>
    </DeskPage>
  )
}
