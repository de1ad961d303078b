'use client'

import { type ComponentProps, type SubmitEvent, useId } from 'react'
import { FormError } from '@/components/form/form-error'
import styles from './action-form.module.css'
import { failureCopy } from './failure-copy'
import type { FormSender } from './use-form-sender'

type Props = Omit<ComponentProps<'form'>, 'action' | 'method' | 'onSubmit'> & {
  /** The sender that `useResilientAction` or `useFormSender` returns. */
  send: FormSender
  /** Returns how many seconds to wait before a submission is sent: see `useMinimumFillTime`. */
  secondsToWait?: () => number
  /** Shown when no answer comes, instead of "nothing was saved": an earlier submission may have been stored. */
  unreachableMessage?: { title: string; text: string }
  /** Validates the fields, and calls `submit` if they are valid. Without it, every submission is sent. */
  validate?: (submit: () => void, event: SubmitEvent<HTMLFormElement>) => void
}

/**
 * Renders a form with a server action. If it cannot be sent, it keeps all fields and says that nothing was saved. Use it
 * for every server action.
 */
export function ActionForm({ send, secondsToWait, unreachableMessage, validate, children, ...form }: Props) {
  const formId = useId()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { currentTarget } = event
    const data = new FormData(currentTarget)
    const { submitter } = event.nativeEvent
    if (submitter instanceof HTMLButtonElement && submitter.name) data.append(submitter.name, submitter.value)
    const sendIt = () => send.submit({ data, form: currentTarget, formId, waitSeconds: secondsToWait?.() ?? 0 })
    if (validate) validate(sendIt, event)
    else sendIt()
  }
  const failure = send.failure?.formId === formId ? send.failure : null
  const message = failure && ((failure.kind === 'unreachable' && unreachableMessage) || failureCopy[failure.kind])
  return (
    <form {...form} action={send.action} onSubmit={submit}>
      {message ? (
        <div className={styles.failure}>
          <FormError title={message.title} submission={failure}>
            {message.text}
          </FormError>
        </div>
      ) : null}
      {children}
    </form>
  )
}
