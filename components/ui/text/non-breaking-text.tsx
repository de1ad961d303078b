import styles from './non-breaking-text.module.css'

/** Shows text without a line break after the hyphen of “e-mailadres”. A non-breaking hyphen would break search and copy. */
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
