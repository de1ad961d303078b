import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition } from 'react'

/**
 * A form's action for both kinds of browser: `action` for one without a script, `send` for one with. When no answer of the
 * server comes (no connection, a failure) the state becomes `unreached`, and the form with all that was typed stays. `send`
 * counts as pending at once, also while it still waits.
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
      // A copy each time, so that the same trouble twice is told twice.
      const nextState = await serverAction(state, form).catch((error: unknown) => {
        // How Next goes on to another page.
        unstable_rethrow(error)
        return { ...unreachable }
      })
      startTransition(() => setScriptedResult({ state: nextState }))
    })
  }
  return { state, action, send, pending }
}
