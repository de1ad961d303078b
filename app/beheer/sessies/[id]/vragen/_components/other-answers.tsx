import styles from '@/app/beheer/sessies/[id]/_components/disclosure.module.css'

type Props = { context: { id: string; question: string; text: string }[] }

/** The asker's answers to the other questions, on demand. */
export function OtherAnswers({ context }: Props) {
  if (context.length === 0) return null
  return (
    <details>
      <summary className={styles.more}>De andere antwoorden</summary>
      <dl className={styles.answers}>
        {context.map(({ id, question, text }) => (
          <div key={id}>
            <dt>{question}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
