import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Note } from '@/components/form/note'
import { Page } from '@/components/layout/page'
import { MailPlanForm } from '@/components/organiser/mail-plan-form'
import type { MailMoment } from '@/components/organiser/mail-plan-words'
import { SessionHeading } from '@/components/organiser/session-heading'
import { type PlannedMail, possibleMails } from '@/lib/messages/planned'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getMailPlan } from '@/lib/sessions/mail-plan'
import { getSessionHeading } from '@/lib/sessions/queries'
import { mailPlanAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/instellen'>

export default async function MailPlanPage({ params }: Props) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.mailPlan(id))
  const [session, plan] = await Promise.all([getSessionHeading(idOr404(id)), getMailPlan(idOr404(id))])
  if (!session || !plan) notFound()
  const now = clock.now()
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={now} here="messages" />
        {session.cancelledAt ? (
          <NoMoreMails title={session.title} />
        ) : (
          <MailPlanForm
            action={mailPlanAction.bind(null, session.id)}
            plan={plan}
            moments={Object.fromEntries(possibleMails(plan).map((mail) => [mail.kind, momentOf(mail, now)]))}
            title={session.title}
          />
        )}
      </Page>
    </DeskPage>
  )
}

const momentOf = ({ dueAt, expiresAt }: PlannedMail, now: Date): MailMoment => {
  if (now >= expiresAt) return { dueAt, stands: 'over' }
  return { dueAt, stands: now >= dueAt ? 'due' : 'coming' }
}

function NoMoreMails({ title }: { title: string }) {
  return (
    <>
      <title>{`Mails die vanzelf gaan ${title} - Aanschuif beheer`}</title>
      <Heading level={2}>Mails die vanzelf gaan</Heading>
      <Note lead="Deze kennissessie gaat niet door.">Er gaat geen mail meer vanzelf uit.</Note>
    </>
  )
}
