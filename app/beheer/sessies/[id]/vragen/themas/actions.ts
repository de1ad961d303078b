'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { firstIssueByField } from '@/components/form/field-errors'
import type { Result } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { type ThemeRefusal, themeNameSchema } from '@/lib/triage/schema'
import { mergeThemes, moveUp, renameTheme } from '@/lib/triage/themes'
import type { ThemeState } from './_components/theme-forms'

/** Renames a theme, merges two themes, or moves a theme or question up: `intent` says which. */
export const themeAction = adminAction(
  { params: [idOr404], returnTo: routes.themes },
  async ({ params: [sessionId], intent, form, actor }): Promise<ThemeState> => {
    const { kind, name, currentName } = readFields(form, 'kind', 'name', 'currentName')
    const ids = readFields(form, 'id', 'aboveId', 'intoId')
    const [id, aboveId, intoId] = [parseId(ids.id), parseId(ids.aboveId), parseId(ids.intoId)]
    if (intent === 'rename') {
      const { data, error } = themeNameSchema.safeParse({ name })
      if (error)
        return { status: 'invalid', errors: firstIssueByField(error), values: { id, name: name || currentName } }
      return toState(await renameTheme({ sessionId, themeId: id, currentName, ...data }, actor), 'rename', { id, name })
    }
    if (intent === 'merge')
      return toState(await mergeThemes({ sessionId, themeId: id, intoId }, actor), 'merge', { id, name: '' })
    const moved = await moveUp({ sessionId, kind: kind === 'theme' ? 'theme' : 'question', id, aboveId }, actor)
    return toState(moved, 'up', { id, name: '' })
  },
)

/** Returns the UUID in lower case. For an invalid one, returns an id that matches nothing. */
const parseId = (text: string) => z.guid().safeParse(text).data?.toLowerCase() ?? '00000000-0000-0000-0000-000000000000'

type Values = { id: string; name: string }

function toState(result: Result<null, ThemeRefusal>, change: 'up' | 'rename' | 'merge', values: Values): ThemeState {
  refresh()
  return result.ok ? { status: 'done', result: change } : { status: 'refused', reason: result.reason, values }
}
