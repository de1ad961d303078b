import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { MailTextForm } from '@/components/organiser/mail-text-form'
import { Trail } from '@/components/organiser/trail'
import { getPlaceholderExamples, previewMail } from '@/lib/messages/preview'
import { getMailText, getStandardWords, listPreviewParticipants } from '@/lib/messages/queries'
import { adaptableKindSchema } from '@/lib/messages/schema'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { mailTextAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/teksten/[soort]'>

export default async function MailTextPage({ params }: Props) {
  const { id, soort } = await params
  const organiser = await requireOrganiser(routes.mailText(id, soort))
  const { data: kind } = adaptableKindSchema.safeParse(soort)
  const session = await sessionOr404(id)
  if (!kind) notFound()
  const [{ version, ...own }, participants, looks, examples] = await Promise.all([
    getMailText(session.id, kind),
    listPreviewParticipants(session.id),
    previewMail({ sessionId: session.id, kind }, { now: clock.now() }),
    getPlaceholderExamples(session.id, kind),
  ])
  const standard = getStandardWords(kind)
  const trail = [
    { label: 'Kennissessies', href: routes.desk() },
    { label: session.title, href: routes.registrations(session.id) },
    { label: 'Berichten', href: routes.messages(session.id) },
    { label: 'Teksten', href: routes.mailTexts(session.id) },
  ]
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <Trail links={trail} />
        <MailTextForm
          action={mailTextAction.bind(null, session.id, kind)}
          kind={kind}
          words={{ subject: own.subject || standard.subject, text: own.text || standard.text }}
          isOwn={Boolean(own.subject || own.text)}
          version={version}
          looks={looks}
          title={session.title}
          email={organiser.email}
          participants={participants}
          examples={examples}
        />
      </Page>
    </DeskPage>
  )
}
