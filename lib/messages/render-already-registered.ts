import { createElement } from 'react'
import AlreadyRegistered, { subject } from '@/emails/already-registered'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/platform/db'
import { routes } from '@/lib/platform/routes'
import type { RenderContext, RenderedMail } from './rendered'

/** To an address that was filled in again: nothing has changed. Holds nothing of what was typed the second time. */
export async function renderAlreadyRegistered(id: string, { siteUrl }: RenderContext): Promise<RenderedMail> {
  const { name, email, createdAt, questionInTime, session } = await db().registration.findUniqueOrThrow({
    where: { id },
    select: {
      name: true,
      email: true,
      createdAt: true,
      questionInTime: true,
      session: {
        select: { slug: true, title: true, startsAt: true, endsAt: true, contactName: true, contactEmail: true },
      },
    },
  })
  const contact = { name: session.contactName, address: session.contactEmail }
  const url = `${siteUrl}${routes.session(session.slug)}`
  const props = { name, registeredAt: createdAt, questionInTime, session, contact, url }
  return {
    to: { name, address: email },
    replyTo: contact,
    subject: subject(props),
    ...(await renderBodies(createElement(AlreadyRegistered, props))),
    calendar: null,
  }
}
