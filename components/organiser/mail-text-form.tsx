'use client'

import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { type ComponentProps, useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { Outcome } from '@/components/form/outcome'
import { PageTitle } from '@/components/layout/page-title'
import type { WordsFieldReason, WordsRefusal } from '@/lib/messages/schema'
import { FormHead, type News } from './form-head'
import { type Looks, MailLooks } from './mail-looks'
import { testSent, wordsErrors } from './mail-words'
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
  examples: ComponentProps<typeof WordsFields>['examples']
}

const refusals: Record<WordsRefusal, News> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'changed-meanwhile': {
    lead: 'Een collega heeft deze tekst net veranderd.',
    text: (
      <>
        Jouw tekst is niet bewaard en staat hieronder nog. Kopieer hem en <Link href="">open deze pagina opnieuw</Link>
      </>
    ),
  },
}

const saved: News = { lead: 'Bewaard.', text: 'Mails die vanaf nu worden gemaakt, hebben deze tekst.' }

/** The words of a mail for one kennissessie, with what the mail looks like. */
export function MailTextForm(props: Props) {
  const { action, kind, words, isOwn, version, title, email, participants, examples } = props
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? wordsErrors(state.errors) : {}
  const typed = state.status === 'idle' || state.status === 'saved' ? { ...words, as: '' } : state.values
  const tested = state.status === 'tested' ? testSent(email) : null
  return (
    <>
      <PageTitle size="calm">{kindInWords(kind)}</PageTitle>
      <FormHead
        title={`${kindInWords(kind)} ${title}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusals[state.reason] : null}
        done={state.status === 'saved' ? saved : tested}
        sending={state}
      />
      <Paragraph>
        {isOwn ? 'Jullie hebben deze tekst aangepast.' : 'Dit is de standaardtekst.'} Wat de mail verder vertelt, zoals
        datum, link en agenda, komt er vanzelf onder. Maak je een veld leeg, dan geldt weer de standaardtekst.
      </Paragraph>
      <form key={version} action={send} noValidate className={styles.form}>
        <input type="hidden" name="version" value={version} />
        <WordsFields values={typed} errors={errors} required={false} examples={examples} />
        {kind === 'question-deadline' ? null : <PreviewAs participants={participants} chosen={typed.as} />}
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
        <Outcome tone="info" lead="Hieronder staat de mail zoals je hem nu hebt." sending={state}>
          Hij is nog niet bewaard.
        </Outcome>
      ) : null}
      <MailLooks looks={state.status === 'look' ? state.looks : props.looks} />
    </>
  )
}
