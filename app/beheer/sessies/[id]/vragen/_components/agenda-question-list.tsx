'use client'

import { Heading } from '@utrecht/component-library-react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
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

export type BulkTriageState = FormState<
  { ticked: string[]; state: string; theme: string },
  TriageFieldReason,
  TriageRefusal,
  { count: number }
>

type Props = {
  action: FormAction<BulkTriageState>
  sessionId: string
  title: string
  questions: AgendaQuestionRow[]
  filter: QuestionFilter
  themes: { id: string; name: string }[]
  isClosed: boolean
}

/** The agenda questions by heading, with a form to change the ticked ones. */
export function AgendaQuestionList({ action, sessionId, title, questions, filter, themes, isClosed }: Props) {
  const { state, send, values, errors, refusal, result } = useFormAction(action, {
    values: { ticked: [], state: '', theme: '' },
    describeErrors: bulkErrors,
    describeRefusal: bulkRefusalMessage,
  })
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
        refusal={refusal}
        success={result && { title: `Bewaard bij ${formatQuestionCount(result.count)}.` }}
        submission={state}
      />
      {isClosed ? (
        sections
      ) : (
        <form action={send} noValidate>
          {sections}
          <BulkTriageFields values={values} errors={errors} themes={themes}>
            <FormButton>Bewaar bij wat is aangevinkt</FormButton>
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

/** Open guarantees first; the rest by theme. */
function groupQuestions(questions: AgendaQuestionRow[]): QuestionGroup[] {
  const groups = new Map<string, AgendaQuestionRow[]>()
  for (const question of questions) {
    const heading = isOpenGuarantee(question) ? openGuaranteesTitle : (question.theme?.name ?? noThemeLabel)
    groups.set(heading, [...(groups.get(heading) ?? []), question])
  }
  return [...groups].map(([heading, rows]) => ({ heading, rows }))
}
