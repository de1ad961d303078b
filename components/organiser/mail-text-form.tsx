'use client'

import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { type ComponentProps, useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Note } from '@/components/form/note'
import { Refused } from '@/components/form/refused'
import { PageTitle } from '@/components/layout/page-title'
import type { WordsFieldReason, WordsRefusal } from '@/lib/messages/schema'
import { type Looks, MailLooks } from './mail-looks'
import { wordsErrors } from './mail-words'
import { kindInWords } from './message-words'
import { PreviewAs } from './preview-as'
import styles from './release-form.module.css'
import { WordsFields } from './words-fields'

export type MailTextValues = { subject: string; text: string; as: string }
export type MailTextState =
  | ActionState<MailTextValues, WordsFieldReason, WordsRefusal>
  | { status: 'saved' | 'tested'; values: MailTextValues }
  | { status: 'look'; values: MailTextValues; looks: Looks }

type Props = {
  action: (previous: MailTextState, form: FormData) => Promise<MailTextState>
  kind: string
  /** The words that hold: the organisers' own, or the standard ones where they have none. */
  words: { subject: string; text: string }
  isOwn: boolean
  version: string
  /** The mail with those words and sample data. */
  looks: Looks
  title: string
  email: string
  participants: ComponentProps<typeof PreviewAs>['participants']
}

const refusals: Record<WordsRefusal, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'changed-meanwhile': {
    lead: 'Een collega heeft deze tekst net veranderd.',
    text: 'Jouw tekst is niet bewaard en staat hieronder nog. Kopieer hem en',
  },
}

/** The words of a mail for one kennissessie, with what the mail looks like. */
export function MailTextForm(props: Props) {
  const { action, kind, words, isOwn, version, title, email, participants } = props
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? wordsErrors(state.errors) : {}
  const typed = state.status === 'idle' || state.status === 'saved' ? { ...words, as: '' } : state.values
  const failed = state.status === 'invalid' || state.status === 'refused'
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}${kindInWords(kind)} ${title} - Aanschuif beheer`}</title>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({ id: `veld-${field}`, message }))}
        sending={state}
      />
      {state.status === 'refused' ? (
        <Refused lead={refusals[state.reason].lead} sending={state}>
          {refusals[state.reason].text}{' '}
          {state.reason === 'changed-meanwhile' ? <Link href="">open deze pagina opnieuw</Link> : null}
        </Refused>
      ) : null}
      {state.status === 'saved' ? (
        <Note tone="good" role="status" lead="Bewaard.">
          Mails die hierna weggaan, hebben deze tekst.
        </Note>
      ) : null}
      {state.status === 'tested' ? (
        <Note tone="good" role="status" lead="De testmail is onderweg.">
          Kijk in de mail van {email}. Verder heeft niemand iets gekregen.
        </Note>
      ) : null}
      <PageTitle size="calm" over={title}>
        {kindInWords(kind)}
      </PageTitle>
      <Paragraph>
        {isOwn ? 'Jullie hebben deze tekst aangepast.' : 'Dit is de standaardtekst.'} Wat de mail verder vertelt, zoals
        datum, link en agenda, komt er vanzelf onder. Maak je een veld leeg, dan geldt weer de standaardtekst.
      </Paragraph>
      <form key={version} action={send} noValidate className={styles.form}>
        <input type="hidden" name="version" value={version} />
        <WordsFields values={typed} errors={errors} required={false} />
        <PreviewAs participants={participants} chosen={typed.as} />
        <div className={styles.buttons}>
          <Button
            type="submit"
            name="press"
            value="save"
            appearance="primary-action-button"
            aria-busy={pending || undefined}
          >
            Bewaren
          </Button>
          <Button type="submit" name="press" value="look" appearance="secondary-action-button">
            Bekijk de mail
          </Button>
          <Button type="submit" name="press" value="test" appearance="secondary-action-button">
            Stuur mij een testmail
          </Button>
          {isOwn ? (
            <Button type="submit" name="press" value="reset" appearance="secondary-action-button">
              Terug naar de standaardtekst
            </Button>
          ) : null}
        </div>
      </form>
      {state.status === 'look' ? (
        <Note role="status" lead="Hieronder staat de mail zoals je hem nu hebt.">
          Hij is nog niet bewaard.
        </Note>
      ) : null}
      <MailLooks looks={state.status === 'look' ? state.looks : props.looks} />
    </>
  )
}
