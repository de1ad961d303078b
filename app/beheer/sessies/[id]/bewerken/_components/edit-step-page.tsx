import type { ReactNode } from 'react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'

type Props = {
  organiser: Parameters<typeof AdminPage>[0]['organiser']
  session: Parameters<typeof SessionHeading>[0]['session']
  now: Date
  children: ReactNode
}

/** The page of a form that changes one thing about a kennissessie, which one first looks at and then does. */
export function EditStepPage({ organiser, session, now, children }: Props) {
  return (
    <AdminPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={now} current="editSession" />
        {children}
      </Page>
    </AdminPage>
  )
}
