import type { MailTemplate } from '@/emails/parts/participant-mail'
import { quotedTitle } from '@/emails/parts/quoted-title'
import type { MessageKind } from '@/lib/outbox/schema'
import { longDate, timeRange } from '@/lib/platform/time'
import type { RenderContext } from '../kinds/mail-kind'
import type { Placeholder } from '../schema'

type SessionFields = { title: string; startsAt: Date; endsAt: Date; organisedBy: string; contactName: string }

/** Returns the values of the placeholders in a mail to `naam`. An organiser's `gemeente` is the session's organisation. */
export const placeholderValues = (
  session: SessionFields,
  naam: string,
  gemeente = session.organisedBy,
): Record<Placeholder, string> => ({
  naam,
  gemeente,
  kennissessie: quotedTitle(session.title),
  datum: longDate(session.startsAt),
  tijd: timeRange(session.startsAt, session.endsAt),
  organisator: session.organisedBy,
  contact: session.contactName,
})

/** Returns subject and text of a mail: those of `draft`, else the session's override. An empty one takes the default. */
export function resolveTemplate(
  kind: MessageKind,
  defaultTemplate: MailTemplate,
  overrides: (MailTemplate & { kind: MessageKind })[],
  { draft }: RenderContext,
): MailTemplate {
  const override = draft ?? overrides.find((template) => template.kind === kind)
  return { subject: override?.subject || defaultTemplate.subject, text: override?.text || defaultTemplate.text }
}
