import { siteUrl } from '@/lib/platform/env'
import { hidePersonalLink } from './personal-link'
import { renderSample, type SampleMail } from './render-sample'
import type { Words } from './schema'

/** What a mail looks like. The personal link is not in it: nobody else may take part by it. */
export type MailLooks = { subject: string; html: string; text: string; hasCalendar: boolean }

/** A mail before it goes out, as a participant would get it; `draft` are words that are not kept yet. */
export async function previewMail(
  sample: SampleMail,
  { now, draft }: { now: Date; draft?: Words },
): Promise<MailLooks> {
  const { subject, html, text, calendar } = await renderSample(sample, {
    now,
    siteUrl: siteUrl(),
    domain: 'example.nl',
    ...(draft && { draft }),
  })
  return { subject, html: hidePersonalLink(html), text: hidePersonalLink(text), hasCalendar: calendar !== null }
}
