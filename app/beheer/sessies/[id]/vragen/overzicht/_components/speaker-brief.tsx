import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { formatQuestionCount, noThemeLabel } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import type { getSpeakerBrief } from '@/lib/triage/speaker-brief'
import styles from './speaker-brief.module.css'

type Parts = Awaited<ReturnType<typeof getSpeakerBrief>>
type Question = Parts[number]['questions'][number]

type Props = {
  sessionId: string
  parts: Parts
  withMunicipalities: boolean
}

/** The chosen questions by theme, in order and without the askers. */
export function SpeakerBrief({ sessionId, parts, withMunicipalities }: Props) {
  const count = parts.reduce((sum, { questions }) => sum + questions.length, 0)
  return (
    <>
      <Heading level={2} className={styles.title}>
        Overzicht voor de sprekers
      </Heading>
      <div className={styles.screen}>
        <div className={styles.ways}>
          <Link href={routes.speakerBriefFile(sessionId, { places: withMunicipalities })}>Download als tekst</Link>
          <Link href={routes.speakerBrief(sessionId, { places: !withMunicipalities })}>
            {withMunicipalities ? 'Toon zonder gemeenten' : 'Toon met gemeenten'}
          </Link>
          <Link href={routes.themes(sessionId)}>Verander de volgorde</Link>
        </div>
        <Callout title="Lees het na voordat je het deelt.">
          Namen, mailadressen en telefoonnummers van wie de vragen stelde, zijn uit de tekst gehaald
          {withMunicipalities ? '' : ', en namen van gemeenten en adressen van sites ook'}. Dat doet een computer. Die
          ziet niet: {withMunicipalities ? '' : 'een wijk, een streek, '}een typefout, een collega of een wethouder die
          iemand noemt.{' '}
          {withMunicipalities ? '' : 'En hij ziet soms een gemeente in een gewoon woord, zoals Buren of Best. '}Printen
          kan ook: alleen de vragen komen op papier.
        </Callout>
      </div>
      <Paragraph>{count === 0 ? 'Er is nog geen vraag gekozen.' : `${formatQuestionCount(count)}.`}</Paragraph>
      {parts.map(({ theme, questions }) => (
        <section key={theme ?? ''} className={styles.part}>
          <Heading level={3}>{theme ?? noThemeLabel}</Heading>
          {questions.map((question) => (
            <article key={question.id} className={styles.question}>
              <p className={styles.text}>{question.text}</p>
              {question.workplace ? <p className={styles.where}>{question.workplace}</p> : null}
              <QuestionDetails question={question} />
            </article>
          ))}
        </section>
      ))}
    </>
  )
}

function QuestionDetails({ question: { clarification, context } }: { question: Question }) {
  const facts = [
    ...(clarification ? [{ id: 'clarification', question: 'Toelichting', text: clarification }] : []),
    ...context,
  ]
  if (facts.length === 0) return null
  return (
    <dl className={styles.context}>
      {facts.map(({ id, question, text }) => (
        <div key={id}>
          <dt>{question}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
