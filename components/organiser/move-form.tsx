'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { Flow } from '@/components/layout/flow'
import { asTyped, stampOf } from '@/lib/sessions/rules'
import type { MoveField, MoveFieldReason, MoveRefusal, SessionTimes } from '@/lib/sessions/schema'
import { FormHead, type News } from './form-head'
import { MoveFields } from './move-fields'
import { MoveLook, type MoveView } from './move-look'
import { momentsInOneLine, moveErrors, moveRefusals } from './move-words'

/** What was typed, with who is to get a mail and (`seen`, a stamp) the moments that it was typed over. */
export type MoveValues = Record<MoveField | 'who' | 'seen', string>

export type MoveState =
  | { status: 'idle' }
  | ({ values: MoveValues; look: MoveView | null } & (
      | { status: 'invalid'; errors: Partial<Record<string, MoveFieldReason>> }
      | { status: 'refused'; reason: MoveRefusal }
      /** `again`: the button was pressed, and something else was filled in or goes out than what had been looked at. */
      | { status: 'looked'; again: 'edited' | 'due-changed' | null }
    ))

type Props = {
  action: (previous: MoveState, form: FormData) => Promise<MoveState>
  session: SessionTimes & { title: string }
}

/** The moments of a kennissessie in two steps: fill in and look, then do it. */
export function MoveForm({ action, session }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? moveErrors(state.errors) : {}
  const { values, look }: { values: MoveValues; look: MoveView | null } =
    state.status === 'idle' ? { values: { ...asTyped(session), who: '', seen: stampOf(session) }, look: null } : state
  return (
    <>
      <FormHead
        title={`Verplaatsen ${session.title}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusal(state.reason, session) : null}
        sending={state}
      />
      <Flow>
        <Heading level={2}>Verplaatsen</Heading>
        {look ? null : (
          <Paragraph>Je ziet eerst wat er verandert. Er wordt nog niets bewaard en niets gemaild.</Paragraph>
        )}
      </Flow>
      <form action={send} noValidate>
        <input type="hidden" name="seen" value={values.seen} />
        {look ? (
          <MoveLook
            look={look}
            who={values.who}
            error={errors.who}
            again={state.status === 'looked' ? state.again : null}
            pending={pending}
            sending={state.status === 'looked' ? state : null}
          />
        ) : null}
        <MoveFields values={values} errors={errors} looked={look !== null} />
      </form>
    </>
  )
}

function refusal(reason: MoveRefusal, session: SessionTimes): News {
  const { lead, text } = moveRefusals[reason]
  return { lead, text: reason === 'changed-meanwhile' ? `${text} ${momentsInOneLine(session)}` : text }
}
