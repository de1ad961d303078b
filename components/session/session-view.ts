import type { SessionMoments } from '@/lib/sessions/rules'
import type { Contact } from './contact-prompt'
import type { WithSeats } from './seats-copy'

/** Whether the registration form asks what participants want discussed. If not, pages promise nothing about questions. */
export type WithAgendaFlag = { hasAgendaQuestion: boolean }

/** `isReleased`: whether the meeting link and agenda of a session were mailed to its participants. */
export type WithRelease = { isReleased: boolean }

/** The data of a session that its public pages show. */
export type SessionView = SessionMoments &
  WithSeats &
  WithAgendaFlag &
  Contact & {
    id: string
    slug: string
    title: string
    summary: string
    /** Text of the session page, as Markdown. `audience` is Markdown too. */
    body: string
    audience: string
    organisedBy: string
    cancelReason: string | null
  }
