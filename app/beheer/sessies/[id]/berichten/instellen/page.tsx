import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { MailPlanForm } from '@/components/organiser/mail-plan-form'
import { SessionHeading } from '@/components/organiser/session-heading'
import { possibleMails } from '@/lib/messages/planned'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getMailPlan, getSessionHeading } from '@/lib/sessions/queries'
import { mailPlanAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/instellen'>

export default async function MailPlanPage({ params }: Props) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.mailPlan(id))
  const [session, plan] = await Promise.all([getSessionHeading(idOr404(id)), getMailPlan(idOr404(id))])
  if (!session || !plan) notFound()
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} here="messages" />
        <MailPlanForm
          action={mailPlanAction.bind(null, session.id)}
          plan={plan}
          moments={Object.fromEntries(possibleMails(plan).map(({ kind, dueAt }) => [kind, dueAt]))}
          title={session.title}
        />
      </Page>
    </DeskPage>
  )
}
