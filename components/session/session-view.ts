import type { SessionMoments } from '@/lib/sessions/rules'
import type { Contact } from './contact-prompt'
import type { WithSeats } from './seats-copy'

/** An agenda question asks what participants want discussed. Without one, pages promise nothing about questions. */
export type WithAgendaFlag = { hasAgendaQuestion: boolean }

/** `isReleased`: meeting link and agenda were mailed to the participants. */
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
    /** Markdown, like `audience`. */
    body: string
    audience: string
    organisedBy: string
    cancelReason: string | null
  }
