'use client'

import { Button, Heading } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { routes } from '@/lib/platform/routes'
import { isOpenPromise } from '@/lib/questions/rules'
import type { QuestionFilter, TriageFieldReason, TriageRefusal } from '@/lib/questions/schema'
import { AskedQuestionArticle, type AskedQuestionRow } from './asked-question-article'
import styles from './asked-question-list.module.css'
import { BulkFields } from './bulk-fields'
import { FormHead, type News } from './form-head'
import { noTheme, openPromisesTitle, questionCount, triageErrors, triageRefusals } from './question-words'

export type BulkValues = { ticked: string[]; state: string; theme: string }
export type BulkState =
  | { status: 'idle' }
  | { status: 'done'; count: number }
  | ({ values: BulkValues } & (
      | { status: 'invalid'; errors: Record<string, TriageFieldReason> }
      | { status: 'refused'; reason: TriageRefusal }
    ))

type Props = {
  action: (previous: BulkState, form: FormData) => Promise<BulkState>
  sessionId: string
  title: string
  /** In their order. */
  questions: AskedQuestionRow[]
  filter: QuestionFilter
  themes: { id: string; name: string }[]
  closed: boolean
}

const nothing: BulkValues = { ticked: [], state: '', theme: '' }

/** The questions under their headings, with a way to change many at once. */
export function AskedQuestionList({ action, sessionId, title, questions, filter, themes, closed }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? bulkErrors(state.errors) : {}
  const values = state.status === 'invalid' || state.status === 'refused' ? state.values : nothing
  const ticked = new Set(values.ticked.map((mark) => mark.split(':')[0]))
  const parts = inParts(questions).map(({ heading, rows }) => (
    <section key={heading} className={styles.part}>
      <Heading level={2}>{heading}</Heading>
      {rows.map((question) => (
        <AskedQuestionArticle
          key={question.id}
          question={question}
          href={routes.question(sessionId, question.id, filter)}
          tick={closed ? null : { name: 'ticked', ticked: ticked.has(question.id) }}
        />
      ))}
    </section>
  ))
  return (
    <>
      <FormHead
        title={`Vragen ${title}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusalOfAll(state.reason) : null}
        done={state.status === 'done' ? { lead: `Bewaard bij ${questionCount(state.count)}.` } : null}
        sending={state}
      />
      {closed ? (
        parts
      ) : (
        <form action={send} noValidate>
          {parts}
          <BulkFields values={values} errors={errors} themes={themes}>
            <Button type="submit" appearance="secondary-action-button" aria-busy={pending || undefined}>
              Bewaar bij wat is aangevinkt
            </Button>
          </BulkFields>
        </form>
      )}
    </>
  )
}

function refusalOfAll(reason: TriageRefusal): News {
  const { lead, text } = triageRefusals[reason]
  return { lead, text: `${text} Geen enkele vraag is veranderd.` }
}

function bulkErrors(reasons: Record<string, TriageFieldReason>): Record<string, string> {
  const missing = {
    ticked: 'Vink een of meer vragen aan',
    bulkState: 'Kies een stand of vul een thema in',
  }
  const { ticked, state, theme } = triageErrors(reasons)
  return {
    ...(ticked && { ticked: missing.ticked }),
    ...(state && { bulkState: missing.bulkState }),
    ...(theme && { bulkTheme: theme }),
  }
}

type Part = { heading: string; rows: AskedQuestionRow[] }

/** Open promises first, as they come; the rest by theme. */
function inParts(questions: AskedQuestionRow[]): Part[] {
  const parts = new Map<string, AskedQuestionRow[]>()
  for (const question of questions) {
    const heading = isOpenPromise(question) ? openPromisesTitle : (question.theme?.name ?? noTheme)
    parts.set(heading, [...(parts.get(heading) ?? []), question])
  }
  return [...parts].map(([heading, rows]) => ({ heading, rows }))
}
