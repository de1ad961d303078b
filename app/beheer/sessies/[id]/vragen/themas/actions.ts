'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { idOr404 } from '@/app/beheer/read-params'
import { firstReasons, readFields } from '@/app/read-form'
import type { ThemeState } from '@/components/organiser/theme-forms'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { themeNameSchema } from '@/lib/questions/schema'
import { mergeThemes, moveUp, renameTheme } from '@/lib/questions/themes'

/** The forms of the programme: put something higher, give a theme another name, put two themes together. */
export async function themeAction(session: string, _previous: ThemeState, form: FormData): Promise<ThemeState> {
  const sessionId = idOr404(String(session))
  const organiser = await requireOrganiser(routes.themes(sessionId))
  const by = { now: clock.now(), organiserId: organiser.id }
  const { press, kind, name, seen, ...ids } = readFields(form, 'press', 'kind', 'name', 'seen', 'id', 'before', 'into')
  const [id, before, into] = [ids.id, ids.before, ids.into].map(toId) as [string, string, string]
  if (press === 'rename') {
    const parsed = themeNameSchema.safeParse({ name })
    if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), id, name: name || seen }
    return told(await renameTheme({ sessionId, themeId: id, seen, ...parsed.data }, by), 'rename', id, name)
  }
  if (press === 'merge') return told(await mergeThemes({ sessionId, themeId: id, intoId: into }, by), 'merge', id)
  const what = kind === 'theme' ? 'theme' : 'question'
  return told(await moveUp({ sessionId, kind: what, id, before }, by), 'up', id)
}

/** What is no id is that of nothing. */
const toId = (text: string) => z.guid().safeParse(text).data?.toLowerCase() ?? '00000000-0000-0000-0000-000000000000'

type Outcome = Awaited<ReturnType<typeof renameTheme>>

function told(result: Outcome, what: 'up' | 'rename' | 'merge', id: string, name = ''): ThemeState {
  refresh()
  return result.ok ? { status: 'done', what } : { status: 'refused', reason: result.reason, id, name }
}
