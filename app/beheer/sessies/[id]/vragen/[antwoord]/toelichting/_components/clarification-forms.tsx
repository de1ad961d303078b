'use client'

import { type ComponentProps, type ReactNode, useActionState } from 'react'
import { RecordClarificationForm, type RecordClarificationState } from './record-clarification-form'
import { RequestClarificationForm, type RequestClarificationState } from './request-clarification-form'

type Action<State> = (previous: State, form: FormData) => Promise<State>

type Props = {
  request: { action: Action<RequestClarificationState> } & Pick<
    ComponentProps<typeof RequestClarificationForm>,
    'channel' | 'asker' | 'requestId' | 'requestCount'
  >
  /** Stands where one would ask, and says why that cannot be. */
  refusalNotice: ReactNode | null
  record: { action: Action<RecordClarificationState> } | null
  question: ComponentProps<typeof RecordClarificationForm>['question']
}

/** Asking for a clarification and writing down what was told: two forms on one page, which has one title. */
export function ClarificationForms({ request: { action, ...requestProps }, refusalNotice, record, question }: Props) {
  const [requestState, sendRequest, isRequesting] = useActionState(action, { status: 'idle' })
  const [recordState, sendRecord, isRecording] = useActionState(record?.action ?? keepState, { status: 'idle' })
  const failed = [requestState, recordState].some(({ status }) => status === 'invalid' || status === 'refused')
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Toelichting bij vraag van ${question.workplace} - Aanschuif beheer`}</title>
      {refusalNotice ?? (
        <RequestClarificationForm state={requestState} send={sendRequest} pending={isRequesting} {...requestProps} />
      )}
      {record ? (
        <RecordClarificationForm state={recordState} send={sendRecord} pending={isRecording} question={question} />
      ) : null}
    </>
  )
}

const keepState = async (state: RecordClarificationState) => state
