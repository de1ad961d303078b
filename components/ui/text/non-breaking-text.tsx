import styles from './non-breaking-text.module.css'

/** Text in which “e-mailadres” does not break after its hyphen. A non-breaking hyphen would break search and copy. */
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
