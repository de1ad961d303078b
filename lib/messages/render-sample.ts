import { type Participant, readParticipant, sampleParticipant } from './participant'
import { toParticipant } from './render-kinds'
import { renderQuestionDeadline } from './render-question-deadline'
import type { RenderContext, RenderedMail } from './rendered'
import type { MessageDetails, PreviewKind } from './schema'

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
  moved?: { startsAt: Date; endsAt: Date }
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
  const now = await (registrationId ? readParticipant(registrationId) : sampleParticipant(sessionId))
  const reader = { ...now, ...asTheyWillStand(now, kind, context), session: asItWillBe(now.session, sample) }
  return await toParticipant[kind](reader, context, change(now, sample))
}

/** Who has a place reads what they would get without one. */
function asTheyWillStand({ session }: Participant, kind: PreviewKind, { now }: RenderContext) {
  if (kind === 'waiting-list') return { waitingSince: now, offerExpiresAt: null }
  const twoDaysOn = Math.min(now.getTime() + 2 * dayMs, session.registrationClosesAt.getTime())
  return kind === 'place-offered' ? { waitingSince: now, offerExpiresAt: new Date(twoDaysOn) } : {}
}

function asItWillBe(session: Participant['session'], { kind, agenda, cancelReason, moved, afterwards }: SampleMail) {
  const needsRelease = kind === 'release' || kind === 'reminder-hour'
  const standing =
    session.releases.length > 0 || !needsRelease ? session.releases : [{ agenda: 'Hier komt de agenda.' }]
  return {
    ...session,
    ...moved,
    ...afterwards,
    releases: agenda ? [{ agenda }] : standing,
    cancelReason: cancelReason ?? session.cancelReason ?? 'Hier komt de reden die je opgeeft.',
  }
}

function change({ session }: Participant, { kind, moved, correction, ask }: SampleMail): MessageDetails {
  if (kind === 'clarification') return { ask }
  if (kind !== 'changed') return {}
  if (correction) return correction
  const earlier = (at: Date) => new Date(at.getTime() - (moved ? 0 : weekMs)).toISOString()
  return { before: { startsAt: earlier(session.startsAt), endsAt: earlier(session.endsAt) } }
}
