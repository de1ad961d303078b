import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition } from 'react'

/**
 * A form's action for both kinds of browser: `action` for one without a script, `send` for one with. When no answer of the
 * server comes (no connection, a failure) the state becomes `unreached`, and the form with all that was typed stays. `send`
 * counts as pending at once, also while it still waits.
 */
export function useKeptAction<State>(
  serverAction: (previous: Awaited<State>, form: FormData) => Promise<State>,
  { idle, unreached }: { idle: Awaited<State>; unreached: Awaited<State> },
) {
  const [plain, action] = useActionState(serverAction, idle)
  const [answered, setAnswered] = useState<{ state: Awaited<State> } | null>(null)
  const [pending, startTransition] = useTransition()
  const state = answered?.state ?? plain

  function send(form: FormData, waitSeconds: number) {
    startTransition(async () => {
      await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1000))
      // A copy each time, so that the same trouble twice is told twice.
      const answer = await serverAction(state, form).catch((error: unknown) => {
        // How Next goes on to another page.
        unstable_rethrow(error)
        return { ...unreached }
      })
      startTransition(() => setAnswered({ state: answer }))
    })
  }
  return { state, action, send, pending }
}
