import { db } from '@/lib/db/client'
import { replaceLinkPlaceholders } from '@/lib/outbox/link-placeholders'
import { parseDetails } from '@/lib/outbox/message-details'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import { readOrganiser } from '../rendering/organiser-mail'
import { type MailKind, requireReference } from './mail-kind'

/** Returns the mail kind of test mails: an example of another mail kind, sent to an organiser, without personal links. */
export const testMail = (kindOf: (kind: MessageKind) => MailKind): MailKind => ({
  slug: 'test',
  label: 'Testmail aan jezelf',
  audience: 'organisers',
  defaultTemplate: null,
  notResendable: true,
  samples: {},
  async render(message, context) {
    const sessionId = requireReference(message.sessionId, message)
    const { draft, ...sample } = requireReference(parseDetails(message.details).test, message)
    const to = await readOrganiser(message)
    const renderSample = requireReference(kindOf(sample.kind).renderSample, message)
    const mail = await renderSample({ sessionId, ...sample }, { ...context, draft })
    const session = await db().session.findUniqueOrThrow({ where: { id: sessionId }, select: { slug: true } })
    const page = `${context.siteUrl}${routes.session(session.slug)}`
    return {
      ...mail,
      to,
      subject: `Test: ${mail.subject}`,
      html: replaceLinkPlaceholders(mail.html, page),
      text: replaceLinkPlaceholders(mail.text, page),
      calendar: mail.calendar && { ...mail.calendar, content: replaceLinkPlaceholders(mail.calendar.content, page) },
    }
  },
})
