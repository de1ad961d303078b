import { createElement } from 'react'
import Release, { standard } from '@/emails/release'
import { participantMail, readParticipant, renderTo, sampleParticipant } from './render-participant'
import type { RenderContext, RenderedMail } from './rendered'

/** Link and agenda, for somebody who is signed up. Throws before the release. */
export async function renderRelease(id: string, { siteUrl }: RenderContext): Promise<RenderedMail> {
  const participant = await readParticipant(id)
  const { release, ...mail } = participantMail(participant, { kind: 'release', standard, siteUrl })
  if (!release) throw new Error('nothing has been released')
  return await renderTo(participant, { ...mail, release }, createElement(Release, { ...mail, release }))
}

/** The same for the organiser who is about to release this agenda; the button leads to the page of the session. */
export async function renderReleaseTest(
  { organiserId, sessionId, agenda }: { organiserId: string; sessionId: string; agenda: string },
  { siteUrl }: RenderContext,
): Promise<RenderedMail> {
  const organiser = await sampleParticipant(organiserId, sessionId)
  const { subject, ...standing } = participantMail(organiser, { kind: 'release', standard, siteUrl })
  const mail = { ...standing, subject: `Test: ${subject}`, release: { agenda, takePartUrl: standing.url } }
  return await renderTo(organiser, mail, createElement(Release, mail))
}
