'use server'

import { adminAction } from '@/app/beheer/_lib/admin-action'
import { createSessionFromForm } from '@/app/beheer/sessies/_lib/session-form'
import { routes } from '@/lib/platform/routes'

/** Creates a session. */
export const createSessionAction = adminAction({ returnTo: routes.newSession }, ({ form, actor }) =>
  createSessionFromForm(form, null, actor),
)
