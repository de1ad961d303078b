import type { SessionMoments } from '@/lib/sessions/rules'
import type { Contact } from './contact-prompt'
import type { WithSeats } from './seats-copy'

/** Without an agenda question in the form, the pages promise nothing about questions. */
export type WithAgendaFlag = { hasAgendaQuestion: boolean }

/** What the public pages show of a session. */
export type SessionView = SessionMoments &
  WithSeats &
  WithAgendaFlag &
  Contact & {
    id: string
    slug: string
    title: string
    summary: string
    /** Markdown. */
    body: string
    /** Markdown. */
    audience: string
    organisedBy: string
    cancelReason: string | null
  }
