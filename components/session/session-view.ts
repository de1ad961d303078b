import type { SessionMoments } from '@/lib/sessions/rules'
import type { WithPlaces } from './places'

/** What the pages about a kennissessie need of it. */
export type SessionView = SessionMoments &
  WithPlaces & {
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
