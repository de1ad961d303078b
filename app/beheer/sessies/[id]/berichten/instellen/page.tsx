import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { Callout } from '@/components/ui/callout'
import { possibleScheduledMails, type ScheduledMail } from '@/lib/notifications/schedule'
import { routes } from '@/lib/platform/routes'
import { getNotificationSettings } from '@/lib/sessions/notification-settings'
import { NotificationSettingsForm, type ScheduledMoment } from './_components/notification-settings-form'
import { notificationSettingsAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/instellen'>

export default async function NotificationSettingsPage({ params }: Props) {
  const page = await loadSessionPage(params, routes.notificationSettings)
  const { session, now } = page
  const settings = (await getNotificationSettings(session.id)) ?? notFound()
  const moments = possibleScheduledMails(settings).map((mail) => [mail.kind, toScheduledMoment(mail, now)] as const)
  return (
    <AdminSessionPage {...page} current="messages" width="reading">
      {session.cancelledAt ? (
        <>
          <title>{`Mails die vanzelf gaan ${session.title} - Aanschuif beheer`}</title>
          <Heading level={2}>Mails die vanzelf gaan</Heading>
          <Callout title="Deze kennissessie gaat niet door.">Er gaat geen mail meer vanzelf uit.</Callout>
        </>
      ) : (
        <NotificationSettingsForm
          action={notificationSettingsAction.bind(null, session.id)}
          settings={settings}
          schedule={Object.fromEntries(moments)}
          title={session.title}
        />
      )}
    </AdminSessionPage>
  )
}

function toScheduledMoment({ dueAt, expiresAt }: ScheduledMail, now: Date): ScheduledMoment {
  if (now >= expiresAt) return { dueAt, status: 'over' }
  return { dueAt, status: now >= dueAt ? 'due' : 'coming' }
}
