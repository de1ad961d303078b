import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { MailTextForm } from '@/components/organiser/mail-text-form'
import { Trail } from '@/components/organiser/trail'
import { previewMail } from '@/lib/messages/preview'
import { listPreviewParticipants } from '@/lib/messages/queries'
import { adaptableKindSchema } from '@/lib/messages/schema'
import { getMailText, getStandardWords } from '@/lib/messages/words'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'
import { mailTextAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/teksten/[soort]'>

export default async function MailTextPage({ params }: Props) {
  const { id, soort } = await params
  const organiser = await requireOrganiser(routes.mailText(id, soort))
  const { data: kind } = adaptableKindSchema.safeParse(soort)
  const session = kind && (await getSessionHeading(idOr404(id)))
  if (!session) notFound()
  const [{ version, ...own }, participants, looks] = await Promise.all([
    getMailText(session.id, kind),
    listPreviewParticipants(session.id),
    previewMail({ sessionId: session.id, kind }, { now: clock.now() }),
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
        />
      </Page>
    </DeskPage>
  )
}
