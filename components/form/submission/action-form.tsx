'use client'

import { type ComponentProps, type SubmitEvent, useId } from 'react'
import { FormError } from '@/components/form/form-error'
import styles from './action-form.module.css'
import { failureCopy } from './failure-copy'
import type { FormSender } from './use-form-sender'

type Props = Omit<ComponentProps<'form'>, 'action' | 'method' | 'onSubmit'> & {
  /** Result of `useResilientAction` or of a hook that builds on it. */
  send: FormSender
  /** Returns the seconds to wait before the form is sent. */
  secondsToWait?: () => number
  /** What to say when no answer came, for a form whose first submission may have been stored. */
  unreachableMessage?: { title: string; text: string }
  /** Decides whether to submit. Without it every submission is sent. */
  validate?: (submit: () => void, event: SubmitEvent<HTMLFormElement>) => void
}

/**
 * A form that keeps all fields when it cannot be sent, and says in place that nothing was saved. Every form with a server
 * action is one.
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
