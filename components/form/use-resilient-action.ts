import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition } from 'react'

/**
 * A server action that keeps the form when the server cannot be reached: the state then becomes `unreachable`. Use `action`
 * for a browser without JavaScript, `send` with it. `pending` includes the wait before sending.
 */
export function useResilientAction<State>(
  serverAction: (previous: Awaited<State>, form: FormData) => Promise<State>,
  { idle, unreachable }: { idle: Awaited<State>; unreachable: Awaited<State> },
) {
  const [nativeState, action] = useActionState(serverAction, idle)
  const [scriptedResult, setScriptedResult] = useState<{ state: Awaited<State> } | null>(null)
  const [pending, startTransition] = useTransition()
  const state = scriptedResult?.state ?? nativeState

  function send(form: FormData, waitSeconds: number) {
    startTransition(async () => {
      await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1000))
      const nextState = await serverAction(state, form).catch((error: unknown) => {
        // Next throws to navigate to another page.
        unstable_rethrow(error)
        // A copy, so that the same failure again is announced again.
        return { ...unreachable }
      })
      startTransition(() => setScriptedResult({ state: nextState }))
    })
  }
  return { state, action, send, pending }
}
