'use server'

import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import type { SessionFormState } from '@/app/beheer/sessies/_components/session-form'
import { createSessionFromForm } from '@/app/beheer/sessies/_lib/session-form'
import { routes } from '@/lib/platform/routes'

/** Creates a session with the questions and mail texts of another one. */
export const copySessionAction = adminAction(
  { params: [idOr404], returnTo: routes.copySession },
  async ({ params: [sessionId], form, actor }): Promise<SessionFormState> => {
    const source = await sessionOr404(sessionId)
    return await createSessionFromForm(form, source.id, actor)
  },
)
