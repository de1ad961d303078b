'use client'

import type { ComponentProps, ReactNode } from 'react'
import type { FormAction } from '@/app/beheer/_components/form/form-state'
import {
  RecordClarificationForm,
  type RecordClarificationState,
  useRecordClarification,
} from './record-clarification-form'
import {
  RequestClarificationForm,
  type RequestClarificationState,
  useRequestClarification,
} from './request-clarification-form'

type Props = {
  request: { action: FormAction<RequestClarificationState>; requestId: string } & Omit<
    ComponentProps<typeof RequestClarificationForm>,
    'form'
  >
  /** Replaces the request form, and says why a request is not possible. */
  refusalNotice: ReactNode | null
  recordAction: FormAction<RecordClarificationState> | null
  question: { workplace: string; clarification: string; version: number }
}

/** Requesting and recording a clarification: two forms on one page, which has one title. */
export function ClarificationForms({ request, refusalNotice, recordAction, question }: Props) {
  const { action, requestId, ...requestProps } = request
  const requestForm = useRequestClarification(action, requestId)
  const recordForm = useRecordClarification(recordAction ?? noAction, question)
  const failed = [requestForm, recordForm].some(({ state }) => state.status === 'invalid' || state.status === 'refused')
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Toelichting bij vraag van ${question.workplace} - Aanschuif beheer`}</title>
      {refusalNotice ?? <RequestClarificationForm form={requestForm} {...requestProps} />}
      {recordAction ? <RecordClarificationForm form={recordForm} /> : null}
    </>
  )
}

const noAction: FormAction<RecordClarificationState> = async () => ({ status: 'idle' })
