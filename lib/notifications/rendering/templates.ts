import type { MailTemplate } from '@/emails/parts/participant-mail'
import type { MessageKind } from '@/lib/outbox/schema'
import type { RenderContext } from '../kinds/mail-kind'

/** The template in force: the draft, else the session's override, else the default. Empty fields fall back to the default. */
export function resolveTemplate(
  kind: MessageKind,
  defaultTemplate: MailTemplate,
  overrides: (MailTemplate & { kind: MessageKind })[],
  { draft }: RenderContext,
): MailTemplate {
  const override = draft ?? overrides.find((template) => template.kind === kind)
  return { subject: override?.subject || defaultTemplate.subject, text: override?.text || defaultTemplate.text }
}

/** The variant for a transferee, who did nothing themselves. Texts that an organiser changed stay. */
export const templateForTransferee = (
  { subject, text }: MailTemplate,
  defaultTemplate: MailTemplate,
  variant: Partial<MailTemplate>,
): MailTemplate => ({
  subject: subject === defaultTemplate.subject ? (variant.subject ?? subject) : subject,
  text: text === defaultTemplate.text ? (variant.text ?? text) : text,
})
