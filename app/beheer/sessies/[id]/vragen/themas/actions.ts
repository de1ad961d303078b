'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { themeNameSchema } from '@/lib/triage/schema'
import { mergeThemes, moveUp, renameTheme } from '@/lib/triage/themes'
import type { ThemeState } from './_components/theme-forms'

/** The forms of the programme: put something higher, give a theme another name, put two themes together. */
export async function themeAction(session: string, _previous: ThemeState, form: FormData): Promise<ThemeState> {
  const sessionId = idOr404(String(session))
  const organiser = await requireOrganiser(routes.themes(sessionId))
  const actor = { now: clock.now(), organiserId: organiser.id }
  const { intent, kind, name, seen, ...ids } = readFields(
    form,
    'intent',
    'kind',
    'name',
    'seen',
    'id',
    'before',
    'into',
  )
  const [id, before, into] = [ids.id, ids.before, ids.into].map(parseId) as [string, string, string]
  if (intent === 'rename') {
    const parsed = themeNameSchema.safeParse({ name })
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), id, name: name || seen }
    return toActionState(await renameTheme({ sessionId, themeId: id, seen, ...parsed.data }, actor), 'rename', id, name)
  }
  if (intent === 'merge')
    return toActionState(await mergeThemes({ sessionId, themeId: id, intoId: into }, actor), 'merge', id)
  const movedKind = kind === 'theme' ? 'theme' : 'question'
  return toActionState(await moveUp({ sessionId, kind: movedKind, id, before }, actor), 'up', id)
}

/** What is no id is that of nothing. */
const parseId = (text: string) => z.guid().safeParse(text).data?.toLowerCase() ?? '00000000-0000-0000-0000-000000000000'

type ThemeResult = Awaited<ReturnType<typeof renameTheme>>

function toActionState(result: ThemeResult, change: 'up' | 'rename' | 'merge', id: string, name = ''): ThemeState {
  refresh()
  return result.ok ? { status: 'done', change } : { status: 'refused', reason: result.reason, id, name }
}
