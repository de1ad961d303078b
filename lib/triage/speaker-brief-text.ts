import type { BriefPart, BriefQuestion } from './speaker-brief'

/**
 * Returns the speaker brief as plain text for a mail. Numbers continue over all themes, so each names one question.
 * `noThemeLabel` is the heading of questions without a theme.
 */
export function speakerBriefToText(parts: BriefPart[], noThemeLabel: string): string {
  const last = parts.reduce((sum, { questions }) => sum + questions.length, 0)
  const margin = `${last}. `.length
  let number = 0
  const sections = parts.map(({ theme, questions }) => {
    const texts = questions.map((question) => questionToText(question, `${++number}.`.padEnd(margin), margin))
    return [(theme ?? noThemeLabel).toUpperCase(), ...texts].join('\n\n')
  })
  return sections.join('\n\n\n')
}

function questionToText(
  { text, workplace, clarification, context }: BriefQuestion,
  label: string,
  margin: number,
): string {
  const facts = [...(clarification ? [{ question: 'Toelichting', text: clarification }] : []), ...context]
  const factTexts = facts.map((fact) => `${fact.question}\n${indent(fact.text, 2)}`)
  const paragraphs = [workplace ? `${text}\n(${workplace})` : text, ...factTexts]
  return label + indent(paragraphs.join('\n\n'), margin).slice(margin)
}

/** Leaves empty lines empty: mail programs show trailing spaces. */
const indent = (text: string, spaces: number) => text.replace(/^(?=.)/gm, ' '.repeat(spaces))
