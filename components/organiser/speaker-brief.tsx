import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { routes } from '@/lib/platform/routes'
import { noTheme, questionCount } from './question-words'
import styles from './speaker-brief.module.css'

type Question = {
  id: string
  text: string
  place: string | null
  clarification: string
  context: { id: string; question: string; text: string }[]
}
type Props = { sessionId: string; parts: { theme: string | null; questions: Question[] }[]; places: boolean }

/** What the speakers get: the questions of the session by theme, in order, without who asked them. */
export function SpeakerBrief({ sessionId, parts, places }: Props) {
  const count = parts.reduce((sum, { questions }) => sum + questions.length, 0)
  return (
    <>
      <Heading level={2} className={styles.title}>
        Overzicht voor de sprekers
      </Heading>
      <div className={styles.screen}>
        <div className={styles.ways}>
          <Link href={routes.briefFile(sessionId, { places })}>Download als tekst</Link>
          <Link href={routes.brief(sessionId, { places: !places })}>
            {places ? 'Toon zonder gemeenten' : 'Toon met gemeenten'}
          </Link>
          <Link href={routes.themes(sessionId)}>Verander de volgorde</Link>
        </div>
        <Note lead="Lees het na voordat je het deelt.">
          Namen, mailadressen en telefoonnummers van wie de vragen stelde, zijn uit de tekst gehaald
          {places ? '' : ', en namen van gemeenten en adressen van sites ook'}. Dat doet een computer. Die ziet niet:{' '}
          {places ? '' : 'een wijk, een streek, '}een typefout, een collega of een wethouder die iemand noemt.{' '}
          {places ? '' : 'En hij ziet soms een gemeente in een gewoon woord, zoals Buren of Best. '}Printen kan ook:
          alleen de vragen komen op papier.
        </Note>
      </div>
      <Paragraph>{count === 0 ? 'Er is nog geen vraag gekozen.' : `${questionCount(count)}.`}</Paragraph>
      {parts.map(({ theme, questions }) => (
        <section key={theme ?? ''} className={styles.part}>
          <Heading level={3}>{theme ?? noTheme}</Heading>
          {questions.map((question) => (
            <article key={question.id} className={styles.question}>
              <p className={styles.text}>{question.text}</p>
              {question.place ? <p className={styles.where}>{question.place}</p> : null}
              <Context question={question} />
            </article>
          ))}
        </section>
      ))}
    </>
  )
}

function Context({ question: { clarification, context } }: { question: Question }) {
  const facts = [...(clarification ? [{ id: 'told', question: 'Toelichting', text: clarification }] : []), ...context]
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
