import type { SessionMoments } from '@/lib/sessions/rules'
import type { WithSeats } from './seats-copy'

/** Whether its form asks what people want treated: without that nothing is said about a question. */
export type WithAgendaFlag = { hasAgendaQuestion: boolean }

/** What the pages about a kennissessie need of it. */
export type SessionView = SessionMoments &
  WithSeats &
  WithAgendaFlag & {
    id: string
    slug: string
    title: string
    summary: string
    /** Markdown. */
    body: string
    /** Markdown. */
    audience: string
    organisedBy: string
    contactName: string
    contactEmail: string
    cancelReason: string | null
  }
