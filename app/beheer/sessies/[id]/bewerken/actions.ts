'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { routes } from '@/lib/platform/routes'
import { visibilities } from '@/lib/sessions/details-schema'
import { getSessionToEdit } from '@/lib/sessions/queries'
import { publishWarnings } from '@/lib/sessions/rules'
import { changeVisibility } from '@/lib/sessions/visibility'
import type { VisibilityState } from './_components/visibility-form'

/**
 * Changes the visibility of a session to `intent`. If publishing has warnings that the organiser has not confirmed,
 * returns a preview of these warnings instead.
 */
export const visibilityAction = adminAction(
  { params: [idOr404], returnTo: (sessionId) => routes.editSession(sessionId) },
  async ({ params: [sessionId], intent, expected, now, actor }): Promise<VisibilityState> => {
    await sessionOr404(sessionId)
    const visibility = visibilities.find((candidate) => candidate === intent)
    if (!visibility) return { status: 'idle' }
    const result = await changeVisibility(sessionId, visibility, actor, expected.split(' '))
    if (result.ok) redirect(routes.editSession(sessionId, visibility))
    refresh()
    const values = null
    if (result.reason !== 'warnings-not-acknowledged') return { status: 'refused', reason: result.reason, values }
    const session = await getSessionToEdit(sessionId)
    const warnings = session ? publishWarnings(session, now) : []
    const preview = { warnings, digest: previewDigest(warnings), expected: warnings.join(' '), staleReason: null }
    return { status: 'previewed', values, preview }
  },
)
