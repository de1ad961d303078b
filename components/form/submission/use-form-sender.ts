import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useState, useTransition } from 'react'
import { requestFormReset } from 'react-dom'
import { isSendFailure, type SendFailure } from '@/lib/http/schema'

type Submission = {
  data: FormData
  form: HTMLFormElement
  /** Tells the forms of one page apart, so that a failure is shown in the form that was sent. */
  formId: string
  /** Seconds to wait before sending. */
  waitSeconds: number
}

/** Sends a form. `ActionForm` needs it. */
export type FormSender = {
  /** For a browser without JavaScript. */
  action: (form: FormData) => void
  submit: (submission: Submission) => void
  /** Why the last submission reached no action. The form still holds all that was typed. */
  failure: { kind: SendFailure; formId: string } | null
  /** Includes the wait before sending. */
  pending: boolean
}

type Options<Result> = {
  action: FormSender['action']
  call: (form: FormData) => Promise<Result>
  onResult?: (result: Result) => void
  /** True to leave the fields as they are after a result. Other forms then show their default values, as React does. */
  keepsInput?: boolean
}

/** Returns the sender of a form. A submission that fails changes nothing in the form. */
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

/** Next throws the text of an error response as message. */
function failureOf(error: unknown): SendFailure {
  if (unstable_isUnrecognizedActionError(error)) return 'new-version'
  const message = error instanceof Error ? error.message : ''
  return isSendFailure(message) ? message : 'unreachable'
}
