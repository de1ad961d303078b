import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { MailState } from '@/app/beheer/mail-state'
import { idOr404, pageNumber } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { LetterList } from '@/components/organiser/letter-list'
import { MessageFilter } from '@/components/organiser/message-filter'
import { MessageSearch } from '@/components/organiser/message-search'
import { MessagesHead } from '@/components/organiser/messages-head'
import { MessagesTable } from '@/components/organiser/messages-table'
import { Pager } from '@/components/organiser/pager'
import { PlannedMails } from '@/components/organiser/planned-mails'
import { SessionHeading } from '@/components/organiser/session-heading'
import { comingMails } from '@/lib/messages/planned'
import {
  getRecipientCount,
  listedStates,
  listLetters,
  listMessageCounts,
  listSessionMessages,
} from '@/lib/messages/queries'
import { everybody, sessionKindSchema } from '@/lib/messages/schema'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { cleanLine } from '@/lib/platform/text'
import { getLatestRelease, getMailPlan, getSessionHeading } from '@/lib/sessions/queries'

export default async function MessagesPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/berichten'>) {
  const [{ id }, { pagina, stand, soort, zoek }] = await Promise.all([params, searchParams])
  const show = listedStates.find((state) => state === stand) ?? null
  const { data: kind = null } = sessionKindSchema.safeParse(soort)
  const search = typeof zoek === 'string' ? cleanLine(zoek).slice(0, 254) : ''
  const asked = { ...(show && { show }), ...(kind && { kind }), ...(search && { search }) }
  const organiser = await requireOrganiser(routes.messages(id, { ...asked, page: pageNumber(pagina) }))
  const [session, plan] = await Promise.all([getSessionHeading(idOr404(id)), getMailPlan(idOr404(id))])
  if (!session || !plan) notFound()
  const now = clock.now()
  const [list, counts, letters, recipients, tookPart, release] = await Promise.all([
    listSessionMessages(session.id, { page: pageNumber(pagina), show, kind, search }),
    listMessageCounts(session.id),
    listLetters(session.id),
    getRecipientCount(session.id),
    getRecipientCount(session.id, { ...everybody, tookPart: true }),
    getLatestRelease(session.id),
  ])
  const pathOf = (page: number) => routes.messages(id, { ...asked, page })
  return (
    <DeskPage organiser={organiser}>
      <title>{`Berichten ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={now} here="messages" />
        <MailState now={now} />
        <MessagesHead sessionId={session.id} />
        <PlannedMails
          sessionId={session.id}
          planned={comingMails({ ...plan, released: release !== null }, now)}
          released={release !== null}
          recipients={recipients}
          tookPart={tookPart}
          thanksTo={plan.thanksTo}
        />
        <LetterList session={session} letters={letters} />
        <Heading level={2}>Alle berichten</Heading>
        <MessageSearch sessionId={session.id} show={show} kind={kind} search={search} />
        <MessageFilter sessionId={session.id} counts={counts} show={show} />
        <MessagesTable sessionId={session.id} {...list} />
        <Pager page={list.page} pages={list.pages} pathOf={pathOf} />
      </Page>
    </DeskPage>
  )
}
