import { createElement } from 'react'
import { fillIn } from '@/emails/prose'
import Release, { standard } from '@/emails/release'
import { renderBodies } from '@/emails/render-bodies'
import { contactOf, participantMail, readParticipant, sampleParticipant } from './render-participant'
import type { RenderContext, RenderedMail } from './rendered'

/** Link and agenda, for somebody who is signed up. Throws before the release. */
export async function renderRelease(id: string, { siteUrl }: RenderContext): Promise<RenderedMail> {
  const participant = await readParticipant(id)
  const { release, ...mail } = participantMail(participant, { kind: 'release', standard, siteUrl })
  if (!release) throw new Error('nothing has been released')
  return {
    to: { name: participant.name, address: participant.email },
    replyTo: contactOf(participant),
    subject: fillIn(mail.subject, mail.values),
    ...(await renderBodies(createElement(Release, { ...mail, release }))),
    calendar: null,
  }
}

/** The same for the organiser who is about to release this agenda; the button leads to the page of the session. */
export async function renderReleaseTest(
  { organiserId, sessionId, agenda }: { organiserId: string; sessionId: string; agenda: string },
  { siteUrl }: RenderContext,
): Promise<RenderedMail> {
  const organiser = await sampleParticipant(organiserId, sessionId)
  const mail = participantMail(organiser, { kind: 'release', standard, siteUrl })
  const subject = `Test: ${mail.subject}`
  const release = { agenda, takePartUrl: mail.url }
  return {
    to: { name: organiser.name, address: organiser.email },
    replyTo: contactOf(organiser),
    subject: fillIn(subject, mail.values),
    ...(await renderBodies(createElement(Release, { ...mail, subject, release }))),
    calendar: null,
  }
}
