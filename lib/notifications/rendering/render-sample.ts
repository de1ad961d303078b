import type { MessageDetails, PreviewKind } from '../schema'
import { type Participant, readParticipant, sampleParticipant } from './participant-data'
import { participantRenderers } from './participant-renderers'
import { renderQuestionDeadline } from './render-question-deadline'
import type { RenderContext, RenderedMail } from './rendered-mail'

/** Which mail, as whom, and what of it is not kept yet. */
export type SampleMail = {
  sessionId: string
  kind: PreviewKind
  /** Of a registration to this session; left out for sample data. */
  registrationId?: string | null
  agenda?: string
  /** A release after the first: the session itself stays when it is. */
  correction?: { linkChanged: boolean; agendaChanged: boolean }
  cancelReason?: string
  rescheduledTo?: { startsAt: Date; endsAt: Date }
  /** What the mail afterwards brings. */
  afterwards?: { materials: string; evaluationUrl: string | null }
  /** What an organiser wants to know of an asker. */
  ask?: string
}

export const sampleOrganiser = { name: 'Voorbeeld Organisator', email: 'organisator@example.nl' }

const dayMs = 24 * 60 * 60 * 1000
const weekMs = 7 * dayMs

/** A mail of this kind before there is any: what does not stand yet (link, reason, change) is there as a sample. */
export async function renderSample(sample: SampleMail, context: RenderContext): Promise<RenderedMail> {
  const { sessionId, kind, registrationId } = sample
  if (kind === 'question-deadline') {
    return await renderQuestionDeadline(sampleOrganiser, sessionId, context)
  }
  const participant = await (registrationId ? readParticipant(registrationId) : sampleParticipant(sessionId))
  const recipient = {
    ...participant,
    ...sampleStatus(participant, kind, context),
    session: sampleSession(participant.session, sample),
  }
  return await participantRenderers[kind](recipient, context, sampleDetails(participant, sample))
}

/** Who has a place reads what they would get without one. */
function sampleStatus({ session }: Participant, kind: PreviewKind, { now }: RenderContext) {
  if (kind === 'waiting-list') return { waitlistedAt: now, offerExpiresAt: null }
  const offerEndsAt = Math.min(now.getTime() + 2 * dayMs, session.registrationClosesAt.getTime())
  return kind === 'place-offered' ? { waitlistedAt: now, offerExpiresAt: new Date(offerEndsAt) } : {}
}

function sampleSession(
  session: Participant['session'],
  { kind, agenda, cancelReason, rescheduledTo, afterwards }: SampleMail,
) {
  const needsRelease = kind === 'release' || kind === 'reminder-hour'
  const currentReleases =
    session.releases.length > 0 || !needsRelease ? session.releases : [{ agenda: 'Hier komt de agenda.' }]
  return {
    ...session,
    ...rescheduledTo,
    ...(afterwards && { notificationSettings: afterwards }),
    releases: agenda ? [{ agenda }] : currentReleases,
    cancelReason: cancelReason ?? session.cancelReason ?? 'Hier komt de reden die je opgeeft.',
  }
}

function sampleDetails({ session }: Participant, { kind, rescheduledTo, correction, ask }: SampleMail): MessageDetails {
  if (kind === 'clarification') return { ask }
  if (kind !== 'changed') return {}
  if (correction) return correction
  const earlier = (at: Date) => new Date(at.getTime() - (rescheduledTo ? 0 : weekMs)).toISOString()
  return { before: { startsAt: earlier(session.startsAt), endsAt: earlier(session.endsAt) } }
}
