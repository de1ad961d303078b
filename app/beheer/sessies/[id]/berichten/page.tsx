import { Link, Paragraph } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404, pageNumber } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { MessageFilter } from '@/components/organiser/message-filter'
import { MessagesTable } from '@/components/organiser/messages-table'
import { Pager } from '@/components/organiser/pager'
import { SessionHeading } from '@/components/organiser/session-heading'
import { type ListedState, listedStates, listMessageCounts, listSessionMessages } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'

export default async function MessagesPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/berichten'>) {
  const [{ id }, { pagina, stand }] = await Promise.all([params, searchParams])
  const show = listedStates.find((state) => state === stand) ?? null
  const asked = { ...(show && { show }), page: pageNumber(pagina) }
  const organiser = await requireOrganiser(routes.messages(id, asked))
  const session = await getSessionHeading(idOr404(id))
  if (!session) notFound()
  const [list, counts] = await Promise.all([
    listSessionMessages(session.id, { page: asked.page, show }),
    listMessageCounts(session.id),
  ])
  const pathOf = (page: number) => routes.messages(id, { page, ...(show && { show: show satisfies ListedState }) })
  return (
    <DeskPage organiser={organiser}>
      <title>{`Berichten ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={clock.now()} here="messages" />
        <Paragraph>
          <Link href={routes.mailPlan(session.id)}>Mails die vanzelf gaan</Link>
        </Paragraph>
        <MessageFilter sessionId={session.id} counts={counts} show={show} />
        <MessagesTable sessionId={session.id} {...list} />
        <Pager page={list.page} pages={list.pages} pathOf={pathOf} />
      </Page>
    </DeskPage>
  )
}
