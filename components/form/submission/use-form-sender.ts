import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useState, useTransition } from 'react'
import { requestFormReset } from 'react-dom'
import { isSendFailure, type SendFailure } from '@/lib/http/schema'

type Submission = {
  data: FormData
  form: HTMLFormElement
  /** Id of the submitted form. A failure is shown in this form, not in other forms with the same sender. */
  formId: string
  /** Seconds to wait before the form is sent. */
  waitSeconds: number
}

/** Submits forms to a server action. `useFormSender` creates it; `ActionForm` uses it. */
export type FormSender = {
  /** The server action of the form, for a browser without JavaScript. */
  action: (form: FormData) => void
  submit: (submission: Submission) => void
  /** Why the last submission had no result; `null` if it had one. The form still holds all that was typed. */
  failure: { kind: SendFailure; formId: string } | null
  /** True while a form is sent, and during the wait (`waitSeconds`) before that. */
  pending: boolean
}

type Options<Result> = {
  action: FormSender['action']
  call: (form: FormData) => Promise<Result>
  onResult?: (result: Result) => void
  /** True to leave the fields as they are after a result. By default, React resets them to their default values. */
  keepsInput?: boolean
}

/** Returns the sender of a form. It calls `call`, or `action` without JavaScript. A failure leaves all fields unchanged. */
export function useFormSender<Result>({ action, call, onResult, keepsInput = false }: Options<Result>): FormSender {
  const [failure, setFailure] = useState<FormSender['failure']>(null)
  const [pending, startTransition] = useTransition()

  function submit({ data, form, formId, waitSeconds }: Submission) {
    startTransition(async () => {
      if (waitSeconds > 0) await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1000))
      const outcome = await call(data).then(
        (result) => ({ result }),
        (error: unknown) => {
          // Next throws to navigate to another page.
          unstable_rethrow(error)
          return { failed: { kind: failureOf(error), formId } }
        },
      )
      startTransition(() => {
        setFailure('failed' in outcome ? outcome.failed : null)
        if ('failed' in outcome) return
        onResult?.(outcome.result)
        if (!keepsInput && form.isConnected) requestFormReset(form)
      })
    })
  }
  return { action, submit, failure, pending }
}

/** Returns why a submission failed. Next throws an error whose message is the text of the server's error response. */
function failureOf(error: unknown): SendFailure {
  if (unstable_isUnrecognizedActionError(error)) return 'new-version'
  const message = error instanceof Error ? error.message : ''
  return isSendFailure(message) ? message : 'unreachable'
}
