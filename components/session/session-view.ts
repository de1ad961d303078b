import type { SessionMoments } from '@/lib/sessions/rules'

/** What the pages about a kennissessie need of it. */
export type SessionView = SessionMoments & {
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
