import type { SessionMoments } from '@/lib/sessions/rules'
import type { WithPlaces } from './places'

/** Whether its form asks what people want treated: without that nothing is said about a question. */
export type WithPromise = { treatsQuestions: boolean }

/** What the pages about a kennissessie need of it. */
export type SessionView = SessionMoments &
  WithPlaces &
  WithPromise & {
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
