'use client'

import { Heading } from '@utrecht/component-library-react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { Options } from '@/app/beheer/_components/form/options'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { AgendaQuestionArticle } from '@/app/beheer/sessies/[id]/vragen/_components/agenda-question'
import styles from '@/app/beheer/sessies/[id]/vragen/_components/agenda-question-list.module.css'
import { ThemeField } from '@/app/beheer/sessies/[id]/vragen/_components/theme-field'
import { FieldMessages } from '@/components/form/fields/field-messages'
import { SelectField } from '@/components/form/fields/select-field'
import { ActionForm } from '@/components/form/submission/action-form'
import {
  formatQuestionCount,
  noThemeLabel,
  openGuaranteesTitle,
  triageErrorMessages,
  triageRefusals,
  triageStateOptions,
} from '@/components/triage/triage-copy'
import { routes } from '@/lib/platform/routes'
import type { QuestionView } from '@/lib/triage/queries'
import { isOpenGuarantee } from '@/lib/triage/rules'
import type { QuestionFilter, TriageFieldReason, TriageRefusal } from '@/lib/triage/schema'

type Errors = Record<string, string>
type Values = { ticked: string[]; state: string; theme: string }
export type BulkTriageState = FormState<Values, TriageFieldReason, TriageRefusal, { count: number }>

type Props = {
  action: FormAction<BulkTriageState>
  sessionId: string
  title: string
  questions: QuestionView[]
  filter: QuestionFilter
  themes: { id: string; name: string }[]
  isClosed: boolean
}

/** Shows agenda questions grouped by heading. Unless `isClosed`, a form below changes all ticked questions at once. */
export function AgendaQuestionList({ action, sessionId, title, questions, filter, themes, isClosed }: Props) {
  const { state, send, values, errors, refusal, result } = useFormAction(action, {
    values: { ticked: [], state: '', theme: '' },
    describeErrors: bulkErrors,
    describeRefusal: (reason) => {
      const { title: refusalTitle, text } = triageRefusals[reason]
      return { title: refusalTitle, text: `${text} Geen enkele vraag is veranderd.` }
    },
  })
  const tickedIds = new Set(values.ticked.map((entry) => entry.split(':')[0]))
  const sections = groupByHeading(questions).map(([heading, group]) => (
    <section key={heading} className={styles.part}>
      <Heading level={2}>{heading}</Heading>
      {group.map((question) => (
        <AgendaQuestionArticle
          key={question.id}
          question={question}
          href={routes.agendaQuestion(sessionId, question.id, filter)}
          isTicked={isClosed ? null : tickedIds.has(question.id)}
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
        <ActionForm send={send} noValidate>
          {sections}
          <BulkTriageFields values={values} errors={errors} themes={themes} />
        </ActionForm>
      )}
    </>
  )
}

/** Returns the error messages by field id: the fields `state` and `theme` have the ids `bulkState` and `bulkTheme`. */
function bulkErrors(reasons: Record<string, TriageFieldReason>): Errors {
  const { ticked, state, theme } = triageErrorMessages(reasons)
  return {
    ...(ticked && { ticked: 'Vink een of meer vragen aan' }),
    ...(state && { bulkState: 'Kies een stand of vul een thema in' }),
    ...(theme && { bulkTheme: theme }),
  }
}

/**
 * Groups the questions by theme. Questions asked before the question deadline that are not in the programme yet get a
 * heading of their own, because the site promised to discuss them.
 */
function groupByHeading(questions: QuestionView[]): [heading: string, group: QuestionView[]][] {
  const groups = new Map<string, QuestionView[]>()
  for (const question of questions) {
    const heading = isOpenGuarantee(question) ? openGuaranteesTitle : (question.theme?.name ?? noThemeLabel)
    groups.set(heading, [...(groups.get(heading) ?? []), question])
  }
  return [...groups]
}

/** Shows the fields and the button that change the state or the theme of all ticked questions. */
function BulkTriageFields({ values, errors, themes }: Pick<Props, 'themes'> & { values: Values; errors: Errors }) {
  return (
    <section aria-labelledby="veld-ticked" className={styles.bulk}>
      <Heading level={2} id="veld-ticked" tabIndex={-1}>
        Alles wat is aangevinkt
      </Heading>
      <FieldMessages id="veld-ticked" error={errors.ticked} />
      <SelectField
        id="veld-bulkState"
        name="state"
        label="Stand"
        required={false}
        defaultValue={values.state}
        error={errors.bulkState}
      >
        <option value="">Laat zoals het is</option>
        <Options options={triageStateOptions} />
      </SelectField>
      <ThemeField
        id="veld-bulkTheme"
        hint="Leeg: het thema blijft zoals het is."
        themes={themes}
        defaultValue={values.theme}
        error={errors.bulkTheme}
      />
      <div className={styles.button}>
        <FormButton>Bewaar bij wat is aangevinkt</FormButton>
      </div>
    </section>
  )
}
