import { useActionState, useState } from 'react'
import { useFormSender } from './use-form-sender'

/**
 * Returns the state of a form's server action, and the sender for its `ActionForm`. A submission that does not reach the
 * action keeps the state and all fields. Replaces `useActionState`, which would replace the page by an error page.
 */
export function useResilientAction<State>(
  serverAction: (previous: Awaited<State>, form: FormData) => Promise<State>,
  idle: Awaited<State>,
  { keepsInput }: { keepsInput?: boolean } = {},
) {
  const [nativeState, action] = useActionState(serverAction, idle)
  const [scriptedResult, setScriptedResult] = useState<{ state: Awaited<State> } | null>(null)
  const state = scriptedResult?.state ?? nativeState
  const send = useFormSender<State>({
    action,
    call: (form) => serverAction(state, form),
    onResult: (nextState) => setScriptedResult({ state: nextState as Awaited<State> }),
    keepsInput,
  })
  return { state, send }
}
