import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { MailState } from '@/app/beheer/mail-state'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { LetterDetails } from '@/components/organiser/letter-details'
import { Trail } from '@/components/organiser/trail'
import { previewMail } from '@/lib/messages/preview'
import { getLetter } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'
import { stopLetterAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/eigen/[brief]'>

export default async function LetterPage({ params, searchParams }: Props) {
  const [{ id, brief }, { gelukt }] = await Promise.all([params, searchParams])
  const organiser = await requireOrganiser(routes.letter(id, brief))
  const ids = [idOr404(id), idOr404(brief)] as const
  const [session, letter] = await Promise.all([getSessionHeading(ids[0]), getLetter(...ids)])
  if (!session || !letter) notFound()
  const looks = await previewMail({ sessionId: session.id, kind: 'letter' }, { now: clock.now(), draft: letter })
  const trail = [
    { label: 'Kennissessies', href: routes.desk() },
    { label: session.title, href: routes.registrations(session.id) },
    { label: 'Berichten', href: routes.messages(session.id) },
  ]
  return (
    <DeskPage organiser={organiser}>
      <title>{`Bericht ${looks.subject} - Aanschuif beheer`}</title>
      <Page>
        <Trail links={trail} />
        <MailState now={clock.now()} />
        <LetterDetails
          sessionId={session.id}
          letter={letter}
          looks={looks}
          fresh={gelukt === 'ja'}
          stop={stopLetterAction.bind(null, session.id, letter.id)}
        />
      </Page>
    </DeskPage>
  )
}
