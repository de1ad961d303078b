import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition } from 'react'

/**
 * Runs a server action of a form. The state becomes `unreachable` if the server cannot be reached. Pass `action` to the form
 * for browsers without JavaScript; call `send` with JavaScript. `pending` is true while `send` waits and runs.
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
        // Next.js throws an error to navigate to another page.
        unstable_rethrow(error)
        // A new object each time, so that a repeated failure takes focus again.
        return { ...unreachable }
      })
      startTransition(() => setScriptedResult({ state: nextState }))
    })
  }
  return { state, action, send, pending }
}
