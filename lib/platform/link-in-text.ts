// A domain of one letter, such as t.co, is told from initials, such as J.Jansen, by these endings.
const shortDomain =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]\.(nl|com|co|net|org|eu|be|de|io|me|ly|gl|gd|cc|tv|to|uk|us|ru|cn)(?![\p{L}\p{N}])/iu
const domain = /[\p{L}\p{N}-]{2,}\.\p{L}{2,}/u

/** Returns whether mail programs may turn part of this text into a link: a web address, an e-mail address or a domain. */
export function containsLink(text: string): boolean {
  // Full-width forms and dots of other scripts count as what mail programs make of them.
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[\u3002\u2024]/g, '.')
  return /@|:\/|www\./i.test(plain) || domain.test(plain) || shortDomain.test(plain)
}
