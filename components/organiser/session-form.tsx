'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import type { MoveField, MoveFieldReason } from '@/lib/sessions/schema'
import type { ContentField, ContentFieldReason, SaveRefusal } from '@/lib/sessions/schema-content'
import { ContentFields } from './content-fields'
import { FormHead } from './form-head'
import { MomentFields } from './move-fields'
import styles from './send-row.module.css'
import { saveRefusals, sessionErrors } from './session-words'
import { TheirTexts } from './their-texts'

/** What was typed; `version` says over which texts. */
export type SessionValues = Record<ContentField | MoveField | 'version', string>

export type SessionState =
  | { status: 'idle' }
  | ({ values: SessionValues } & (
      | { status: 'invalid'; errors: Partial<Record<string, ContentFieldReason | MoveFieldReason>> }
      /** `theirs`: what a colleague saved meanwhile, where it differs. */
      | {
          status: 'refused'
          reason: Exclude<SaveRefusal, 'slug-taken'>
          theirs: Partial<Record<ContentField, string>>
        }
    ))

type Props = {
  action: (previous: SessionState, form: FormData) => Promise<SessionState>
  values: SessionValues
  /** Of the page, without "Fout: ". */
  title: string
  slugHint: string
  /** Whether it asks for the moments too: those of a session that is there have a page of their own. */
  asksMoments: boolean
  button: string
}

/** The texts of a kennissessie, and for a new one its moments. */
export function SessionForm({ action, values, title, slugHint, asksMoments, button }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? sessionErrors(state.errors) : {}
  const typed = state.status === 'idle' ? values : state.values
  return (
    <>
      <FormHead
        title={title}
        errors={errors}
        refusal={state.status === 'refused' ? saveRefusals[state.reason] : null}
        sending={state}
      />
      {state.status === 'refused' ? <TheirTexts theirs={state.theirs} /> : null}
      <form action={send} noValidate>
        <input type="hidden" name="version" value={typed.version} />
        <ContentFields values={typed} errors={errors} slugHint={slugHint} level={asksMoments ? 2 : 3} />
        {asksMoments ? <MomentFields values={typed} errors={errors} /> : null}
        <div className={styles.row}>
          <SubmitButton>{button}</SubmitButton>
        </div>
      </form>
    </>
  )
}
