import type { BriefPart, BriefQuestion } from './speaker-brief'

/**
 * The questions for the speakers as plain text that can be pasted in a mail: numbered through all themes, so that a number
 * names one question, and everything that belongs to it indented under it. `noTheme` stands above what has no theme.
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

function questionToText({ text, place, clarification, context }: BriefQuestion, label: string, margin: number): string {
  const facts = [...(clarification ? [{ question: 'Toelichting', text: clarification }] : []), ...context]
  const factTexts = facts.map((fact) => `${fact.question}\n${indent(fact.text, 2)}`)
  const paragraphs = [place ? `${text}\n(${place})` : text, ...factTexts]
  return label + indent(paragraphs.join('\n\n'), margin).slice(margin)
}

/** An empty line stays empty: a mail program shows what stands at its end. */
const indent = (text: string, spaces: number) => text.replace(/^(?=.)/gm, ' '.repeat(spaces))
