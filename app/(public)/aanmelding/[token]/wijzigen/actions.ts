'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstReasons } from '@/app/read-form'
import { readToken } from '@/app/read-token'
import type { OwnChangeState } from '@/components/own-sign-up/own-change-form'
import { changeOwn } from '@/lib/own-sign-up/commands'
import { getOwnSignUp } from '@/lib/own-sign-up/queries'
import { clock } from '@/lib/platform/clock'
import { errorFacts } from '@/lib/platform/error-facts'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { registrationSchema } from '@/lib/registrations/schema'
import { listQuestionsOf } from '@/lib/sessions/queries'
import { readOwnChange } from './read-own-change'

/** Keeps what somebody changed of their own sign-up and goes back to it, or says what to mend with all that was typed. */
export async function changeOwnAction(
  token: string,
  _previous: OwnChangeState,
  form: FormData,
): Promise<OwnChangeState> {
  const own = readToken(token)
  const found = await getOwnSignUp(own)
  // That page says that the link does not work any more.
  if (!found) redirect(routes.ownSignUp(own))
  const questions = await listQuestionsOf(found.sessionId, found.id)
  const { values, version, knowsDeadline } = readOwnChange(form, found, questions)
  const parsed = registrationSchema(questions).safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const { email: _, ...change } = parsed.data
  const result = await changeOwn(own, { ...change, version, knowsDeadline }, { now: clock.now() }).catch(logFailure)
  if (result.ok) redirect(routes.ownSignUp(own, result.value.changed ? 'changed' : 'unchanged'))
  if (result.reason === 'unknown-link') redirect(routes.ownSignUp(own))
  // The page then knows what stands now: pressing again is a choice.
  refresh()
  return { status: 'refused', reason: result.reason, values }
}

/** A surprise, such as a database that is away, must not cost anybody what they typed. */
function logFailure(error: unknown) {
  logger.error(errorFacts(error), 'own sign-up not changed')
  return { ok: false, reason: 'unavailable' } as const
}
