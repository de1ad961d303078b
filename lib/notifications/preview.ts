import { randomUUID } from 'node:crypto'
import type { MailTemplate } from '@/emails/parts/participant-mail'
import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { workplaceName } from '@/lib/municipalities/queries'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { maskPersonalLinks } from '@/lib/outbox/link-placeholders'
import type { MessageDetails } from '@/lib/outbox/message-details'
import type { MessageKind } from '@/lib/outbox/schema'
import { siteUrl } from '@/lib/platform/env'
import type { SampleMail } from './kinds/mail-kind'
import { mailKinds } from './kinds/registry'
import { sampleOrganiser } from './rendering/organiser-mail'
import { sampleParticipant } from './rendering/participant-data'
import { placeholderValues } from './rendering/templates'

/** A rendered mail as organisers see it. Its personal links are masked, because only the receiver may use them. */
export type MailPreview = { subject: string; html: string; text: string; hasCalendar: boolean }

/** Renders an example mail for a preview. `draft` replaces the saved text. Throws for a mail kind without previews. */
export async function previewMail(
  sample: SampleMail,
  { now, draft }: { now: Date; draft?: MailTemplate },
): Promise<MailPreview> {
  const { renderSample } = mailKinds[sample.kind]
  if (!renderSample) throw new Error(`${sample.kind} has no sample`)
  const { subject, html, text, calendar } = await renderSample(sample, { now, siteUrl: siteUrl(), draft })
  return { subject, html: maskPersonalLinks(html), text: maskPersonalLinks(text), hasCalendar: calendar !== null }
}

/** Returns example values, for a fictitious receiver, of the placeholders in the text of a mail of this kind. */
export async function getPlaceholderExamples(sessionId: string, kind: MessageKind) {
  const { session, ...participant } = await sampleParticipant(sessionId)
  return mailKinds[kind].audience === 'organisers'
    ? placeholderValues(session, sampleOrganiser.name)
    : placeholderValues(session, participant.name, workplaceName(participant))
}

/** Enqueues a test mail to the acting organiser: a sample of the mail kind `kind`, without personal links. */
export async function enqueueTestMail(
  { sessionId, ...test }: NonNullable<MessageDetails['test']> & { sessionId: string },
  { now, organiserId }: Actor,
): Promise<void> {
  const message = { kind: 'test', sessionId, registrationId: null, organiserId, details: { test }, now } as const
  await enqueueMessage(db(), { ...message, dedupeKey: `test:${randomUUID()}`, dueAt: now })
}
