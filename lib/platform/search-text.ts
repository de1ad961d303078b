/** Maps letters that Unicode normalisation does not split into a letter and an accent to plain letters. */
const wholeLetters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }
const wholeLetter = /[øłđħıßæœ]/g
const ascii = /^[\t\n -~]*$/

/** Returns the form of a text in which it is searched: no accents, capitals, apostrophes or hyphens, y for ij. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  const plain = ascii.test(lower)
    ? lower.replace(/['`"-]/g, '')
    : lower
        .normalize('NFKD')
        .replace(/[\p{Mark}\p{DI}\p{Pd}'`"‘’‚“”„´ʼ′]/gu, '')
        .replace(wholeLetter, (letter) => wholeLetters[letter] ?? letter)
  return plain.replaceAll('ij', 'y')
}

/** Returns the text with telephone numbers as digits without separators. +31 and 0031 become 0. */
const joinDigits = (text: string) =>
  text
    .replace(/(?:\+|\b00)31[ ().-]*0?[ ().-]*/g, '0')
    .replace(/(\d)[ \u00a0().\u2010-\u2015/-]+(?=\d)/g, '$1')
    .replace(/\((?=\d)/g, '')

/** Matches a search word that may be a telephone number in any notation. It is then also compared by its digits alone. */
const numberWord = /^[+(]?\d[\d\s().\u2010-\u2015/-]+$/

/** Splits a search text into words. Text between quotes counts as one word, and so does a telephone number. */
export const splitSearchWords = (text: string): string[] =>
  (text.match(/"[^"]+"|(?<!\S)(?:\+|\(?0)[\d\s().\u2010-\u2015/-]*\d(?!\S)|\S+/g) ?? []).map((word) =>
    word.replace(/^"(.+)"$/, '$1'),
  )

/** Returns a function that returns for each of `words` whether a text holds it, regardless of accents and case. */
export function createWordFinder(words: string[]): (text: string) => boolean[] {
  // A word of only hyphens folds to nothing, which every text would hold.
  const patterns = words.map((word) => ({
    letters: fold(word) || word,
    digits: numberWord.test(word) ? joinDigits(word) : null,
  }))
  const needsDigits = patterns.some(({ digits }) => digits !== null)
  return (text) => {
    const folded = fold(text)
    const joined = needsDigits ? joinDigits(text) : ''
    return patterns.map(
      ({ letters, digits }) => folded.includes(letters) || (digits !== null && joined.includes(digits)),
    )
  }
}
