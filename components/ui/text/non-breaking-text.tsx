import styles from './non-breaking-text.module.css'

/** A text in which “e-mailadres” does not break after its hyphen. What is read out, found or copied stays the same. */
export function NonBreakingText({ text }: { text: string }) {
  const [before, word, ...after] = text.split(/(\be-mail\w*)/i)
  if (!word) return text
  return (
    <>
      {before}
      <span className={styles.whole}>{word}</span>
      <NonBreakingText text={after.join('')} />
    </>
  )
}
