'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { routes } from '@/lib/platform/routes'
import { themeNameSchema } from '@/lib/triage/schema'
import { mergeThemes, moveUp, renameTheme } from '@/lib/triage/themes'
import type { ThemeState } from './_components/theme-forms'

/** Renames or merges themes, or moves a theme or question up. */
export const themeAction = adminAction(
  { params: [idOr404], returnTo: routes.themes },
  async ({ params: [sessionId], intent, form, actor }): Promise<ThemeState> => {
    const { kind, name, seen, ...ids } = readFields(form, 'kind', 'name', 'seen', 'id', 'before', 'into')
    const [id, before, into] = [parseId(ids.id), parseId(ids.before), parseId(ids.into)]
    if (intent === 'rename') {
      const values = { id, name: name || seen }
      const parsed = themeNameSchema.safeParse({ name })
      if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
      const renamed = await renameTheme({ sessionId, themeId: id, seen, ...parsed.data }, actor)
      return toState(renamed, 'rename', { id, name })
    }
    if (intent === 'merge')
      return toState(await mergeThemes({ sessionId, themeId: id, intoId: into }, actor), 'merge', { id, name: '' })
    const moved = await moveUp({ sessionId, kind: kind === 'theme' ? 'theme' : 'question', id, before }, actor)
    return toState(moved, 'up', { id, name: '' })
  },
)

/** An id that matches nothing stands for an invalid one. */
const parseId = (text: string) => z.guid().safeParse(text).data?.toLowerCase() ?? '00000000-0000-0000-0000-000000000000'

type Result = Awaited<ReturnType<typeof renameTheme>>

function toState(result: Result, change: 'up' | 'rename' | 'merge', values: { id: string; name: string }): ThemeState {
  refresh()
  return result.ok ? { status: 'done', result: change } : { status: 'refused', reason: result.reason, values }
}
