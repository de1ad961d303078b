import { workplaceName } from '@/lib/municipalities/queries'
import { maskPersonalLinks } from '@/lib/outbox/link-placeholders'
import { siteUrl } from '@/lib/platform/env'
import { sessionValues } from './rendering/compose-participant-mail'
import { sampleParticipant } from './rendering/participant-data'
import { renderSample, type SampleMail, sampleOrganiser } from './rendering/render-sample'
import type { MailTemplate, Placeholder, PreviewKind } from './schema'

/** What a mail looks like. The personal link is not in it: nobody else may take part by it. */
export type MailPreview = { subject: string; html: string; text: string; hasCalendar: boolean }

/** A mail before it goes out, as a participant would get it; `draft` are words that are not kept yet. */
export async function previewMail(
  sample: SampleMail,
  { now, draft }: { now: Date; draft?: MailTemplate },
): Promise<MailPreview> {
  const { subject, html, text, calendar } = await renderSample(sample, {
    now,
    siteUrl: siteUrl(),
    domain: 'example.nl',
    ...(draft && { draft }),
  })
  return { subject, html: maskPersonalLinks(html), text: maskPersonalLinks(text), hasCalendar: calendar !== null }
}

/** What a mail of this kind about a session (its id, a UUID) says for each placeholder, to somebody who could read it. */
export async function getPlaceholderExamples(
  sessionId: string,
  kind: PreviewKind,
): Promise<Record<Placeholder, string>> {
  const { session, ...reader } = await sampleParticipant(sessionId)
  const values = sessionValues(session)
  if (kind === 'questionDeadline') return { ...values, naam: sampleOrganiser.name, gemeente: session.organisedBy }
  return { ...values, naam: reader.name, gemeente: workplaceName(reader) }
}
