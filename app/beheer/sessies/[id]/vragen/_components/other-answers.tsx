import styles from '@/app/beheer/sessies/[id]/_components/disclosure.module.css'

type Props = { context: { id: string; question: string; text: string }[]; open?: boolean }

/** What the asker answered to the other questions, on demand. */
export function OtherAnswers({ context, open = false }: Props) {
  if (context.length === 0) return null
  return (
    <details open={open}>
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
