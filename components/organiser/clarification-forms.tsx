'use client'

import { type ComponentProps, type ReactNode, useActionState } from 'react'
import { AskForm, type AskState } from './ask-form'
import { ToldForm, type ToldState } from './told-form'

type Action<State> = (previous: State, form: FormData) => Promise<State>

type Props = {
  ask: { action: Action<AskState> } & Pick<ComponentProps<typeof AskForm>, 'way' | 'asker' | 'request' | 'times'>
  /** Stands where one would ask, and says why that cannot be. */
  whyNotAsk: ReactNode | null
  tell: { action: Action<ToldState> } | null
  question: ComponentProps<typeof ToldForm>['question']
}

/** Asking for a clarification and writing down what was told: two forms on one page, which has one title. */
export function ClarificationForms({ ask: { action, ...ask }, whyNotAsk, tell, question }: Props) {
  const [asked, sendAsk, asking] = useActionState(action, { status: 'idle' })
  const [told, sendTold, telling] = useActionState(tell?.action ?? notSent, { status: 'idle' })
  const failed = [asked, told].some(({ status }) => status === 'invalid' || status === 'refused')
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Toelichting bij vraag van ${question.place} - Aanschuif beheer`}</title>
      {whyNotAsk ?? <AskForm state={asked} send={sendAsk} pending={asking} {...ask} />}
      {tell ? <ToldForm state={told} send={sendTold} pending={telling} question={question} /> : null}
    </>
  )
}

const notSent = async (state: ToldState) => state
