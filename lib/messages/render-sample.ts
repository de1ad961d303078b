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

const weekMs = 7 * 24 * 60 * 60 * 1000

/** A mail of this kind before there is any: what does not stand yet (link, reason, change) is there as a sample. */
export async function renderSample(sample: SampleMail, context: RenderContext): Promise<RenderedMail> {
  const { sessionId, kind, registrationId } = sample
  if (kind === 'question-deadline') {
    return await renderQuestionDeadline(
      { name: 'Voorbeeld Organisator', email: 'organisator@example.nl' },
      sessionId,
      context,
    )
  }
  const now = await (registrationId ? readParticipant(registrationId) : sampleParticipant(sessionId))
  return await toParticipant[kind]({ ...now, session: asItWillBe(now.session, sample) }, context, change(now, sample))
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
