'use client'

import { Button, Heading } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { type Flash, FormFeedback } from '@/app/beheer/_components/form-feedback'
import {
  formatQuestionCount,
  noThemeLabel,
  openGuaranteesTitle,
  triageErrorMessages,
  triageRefusals,
} from '@/components/triage/triage-copy'
import { routes } from '@/lib/platform/routes'
import { isOpenGuarantee } from '@/lib/triage/rules'
import type { QuestionFilter, TriageFieldReason, TriageRefusal } from '@/lib/triage/schema'
import { AgendaQuestionArticle, type AgendaQuestionRow } from './agenda-question-article'
import styles from './agenda-question-list.module.css'
import { BulkTriageFields } from './bulk-triage-fields'

export type BulkTriageValues = { ticked: string[]; state: string; theme: string }
export type BulkTriageState =
  | { status: 'idle' }
  | { status: 'done'; count: number }
  | ({ values: BulkTriageValues } & (
      | { status: 'invalid'; errors: Record<string, TriageFieldReason> }
      | { status: 'refused'; reason: TriageRefusal }
    ))

type Props = {
  action: (previous: BulkTriageState, form: FormData) => Promise<BulkTriageState>
  sessionId: string
  title: string
  /** In their order. */
  questions: AgendaQuestionRow[]
  filter: QuestionFilter
  themes: { id: string; name: string }[]
  isClosed: boolean
}

const emptyValues: BulkTriageValues = { ticked: [], state: '', theme: '' }

/** The questions under their headings, with a way to change many at once. */
export function AgendaQuestionList({ action, sessionId, title, questions, filter, themes, isClosed }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? bulkErrors(state.errors) : {}
  const values = state.status === 'invalid' || state.status === 'refused' ? state.values : emptyValues
  const tickedIds = new Set(values.ticked.map((entry) => entry.split(':')[0]))
  const sections = groupQuestions(questions).map(({ heading, rows }) => (
    <section key={heading} className={styles.part}>
      <Heading level={2}>{heading}</Heading>
      {rows.map((question) => (
        <AgendaQuestionArticle
          key={question.id}
          question={question}
          href={routes.agendaQuestion(sessionId, question.id, filter)}
          checkbox={isClosed ? null : { name: 'ticked', checked: tickedIds.has(question.id) }}
        />
      ))}
    </section>
  ))
  return (
    <>
      <FormFeedback
        pageTitle={`Vragen ${title}`}
        errors={errors}
        refusal={state.status === 'refused' ? bulkRefusalMessage(state.reason) : null}
        success={state.status === 'done' ? { title: `Bewaard bij ${formatQuestionCount(state.count)}.` } : null}
        submission={state}
      />
      {isClosed ? (
        sections
      ) : (
        <form action={send} noValidate>
          {sections}
          <BulkTriageFields values={values} errors={errors} themes={themes}>
            <Button type="submit" appearance="secondary-action-button" aria-busy={pending || undefined}>
              Bewaar bij wat is aangevinkt
            </Button>
          </BulkTriageFields>
        </form>
      )}
    </>
  )
}

function bulkRefusalMessage(reason: TriageRefusal): Flash {
  const { title, text } = triageRefusals[reason]
  return { title, text: `${text} Geen enkele vraag is veranderd.` }
}

function bulkErrors(reasons: Record<string, TriageFieldReason>): Record<string, string> {
  const missing = {
    ticked: 'Vink een of meer vragen aan',
    bulkState: 'Kies een stand of vul een thema in',
  }
  const { ticked, state, theme } = triageErrorMessages(reasons)
  return {
    ...(ticked && { ticked: missing.ticked }),
    ...(state && { bulkState: missing.bulkState }),
    ...(theme && { bulkTheme: theme }),
  }
}

type QuestionGroup = { heading: string; rows: AgendaQuestionRow[] }

/** Open promises first, as they come; the rest by theme. */
function groupQuestions(questions: AgendaQuestionRow[]): QuestionGroup[] {
  const groups = new Map<string, AgendaQuestionRow[]>()
  for (const question of questions) {
    const heading = isOpenGuarantee(question) ? openGuaranteesTitle : (question.theme?.name ?? noThemeLabel)
    groups.set(heading, [...(groups.get(heading) ?? []), question])
  }
  return [...groups].map(([heading, rows]) => ({ heading, rows }))
}
