'use client'

import { Button, Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ActionState } from '@/components/form/action-state'
import { Note } from '@/components/form/note'
import { TextAreaField } from '@/components/form/text-area-field'
import { Flow } from '@/components/layout/flow'
import { type ClarificationRefusal, type TriageFieldReason, triageLimits } from '@/lib/questions/schema'
import { clarificationRefusals } from './clarification-words'
import { FormHead } from './form-head'
import { type Looks, MailLooks } from './mail-looks'
import { triageErrors } from './question-words'
import styles from './release-form.module.css'

/** `request`: made with the form, so that sending it twice is asking once. */
export type AskValues = { ask: string; request: string }
export type AskState =
  | ActionState<AskValues, TriageFieldReason, ClarificationRefusal>
  | { status: 'done'; way: 'email' | 'phone' }
  | { status: 'look'; values: AskValues; looks: Looks }

type Props = {
  state: AskState
  send: (form: FormData) => void
  pending: boolean
  /** In which way the asker agreed to be approached. */
  way: 'email' | 'phone'
  asker: { name: string; email: string; phone: string | null }
  request: string
  /** How often they have been approached. */
  times: number
}

/** Asking for a clarification, in the way that the asker chose: a mail from here, or a call that is noted. */
export function AskForm({ state, send, pending, way, asker, request, times }: Props) {
  const errors = state.status === 'invalid' ? triageErrors(state.errors) : {}
  const values = state.status === 'idle' || state.status === 'done' ? { ask: '', request } : state.values
  return (
    <>
      <FormHead
        title={null}
        errors={errors}
        refusal={state.status === 'refused' ? clarificationRefusals[state.reason] : null}
        done={state.status === 'done' ? { lead: state.way === 'email' ? 'De mail is onderweg.' : 'Genoteerd.' } : null}
        sending={state}
      />
      <form action={send} noValidate className={styles.form}>
        <input type="hidden" name="request" value={values.request} />
        <input type="hidden" name="times" value={times} />
        <Flow>
          <Heading level={2}>Toelichting vragen</Heading>
          {way === 'email' ? (
            <Paragraph>
              {asker.name} wil per mail benaderd worden. De mail gaat naar {asker.email}. Het antwoord komt bij de
              contactpersoon van de kennissessie.
            </Paragraph>
          ) : (
            <Paragraph>
              {asker.name} wil gebeld worden:{' '}
              <Link href={`tel:${asker.phone?.replace(/[^+\d]/g, '')}`}>{asker.phone}</Link>.
            </Paragraph>
          )}
        </Flow>
        {way === 'email' ? (
          <TextAreaField
            id="veld-ask"
            name="ask"
            label="Wat wil je weten?"
            hint="Komt in de mail, onder de vraag zelf. Laat je dit leeg, dan vragen we om een korte toelichting."
            rows={3}
            required={false}
            maxLength={triageLimits.ask}
            defaultValue={values.ask}
            error={errors.ask}
          />
        ) : null}
        <div className={styles.buttons}>
          <Button
            type="submit"
            name="press"
            value="ask"
            appearance="primary-action-button"
            aria-busy={pending || undefined}
          >
            {way === 'email' ? `Mail ${asker.name}` : `Ik heb ${asker.name} gebeld`}
          </Button>
          {way === 'email' ? (
            <Button type="submit" name="press" value="look" appearance="secondary-action-button">
              Bekijk de mail
            </Button>
          ) : null}
        </div>
      </form>
      {state.status === 'look' ? (
        <>
          <Note role="status" lead="Hieronder staat de mail zoals je hem nu hebt.">
            Hij is nog niet verstuurd.
          </Note>
          <MailLooks looks={state.looks} />
        </>
      ) : null}
    </>
  )
}
