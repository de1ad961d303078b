import { db } from '@/lib/db/client'
import { findMunicipality, listMunicipalityOptions } from '@/lib/municipalities/queries'
import { withoutQualifier } from '@/lib/municipalities/rules'
import {
  anyNamePattern,
  createNameRedactor,
  distinctiveNameParts,
  redactPeople,
  textPattern,
} from '@/lib/privacy/redact'
import { listProgramme } from './queries'

/**
 * Returns the questions in the programme of a session (id, a UUID) for its speakers, by theme. Redacts names, addresses and
 * phone numbers of askers, and without `withMunicipalities` also names of municipalities. `details` of a question are its
 * clarification and the asker's other answers.
 */
export async function getSpeakerBrief(sessionId: string, { withMunicipalities }: { withMunicipalities: boolean }) {
  const programme = await listProgramme(sessionId)
  const askers = await readAskers(programme.flatMap(({ questions }) => questions.map(({ id }) => id)))
  // Created once: a pattern of all names for each text would take minutes.
  const redactNames = createNameRedactor([...askers.values()].map(({ name }) => name))
  const redact = (text: string, asker?: Asker) => {
    const cleaned = redactPeople(redactNames(text), distinctiveNameParts(asker?.name ?? ''))
    return withMunicipalities ? cleaned : redactMunicipalities(cleaned, asker ? workplaceNames(asker) : [])
  }
  return programme.map(({ theme, questions }) => ({
    /** Distinguishes themes that have the same name after redaction. */
    id: theme?.id ?? 'none',
    theme: theme && redact(theme.name),
    questions: questions.map(({ id, text, workplace, clarification, otherAnswers }) => {
      const asker = askers.get(id)
      const clarified = { id: 'clarification', question: 'Toelichting', text: clarification }
      const details = clarification ? [clarified, ...otherAnswers] : otherAnswers
      return {
        id,
        text: redact(text, asker),
        workplace: withMunicipalities ? redact(workplace) : null,
        details: details.map((detail) => ({ ...detail, text: redact(detail.text, asker) })),
      }
    }),
  }))
}

type BriefPart = Awaited<ReturnType<typeof getSpeakerBrief>>[number]
type Asker = { name: string; municipalityCode: string | null; organisation: string | null }

async function readAskers(answerIds: string[]): Promise<Map<string, Asker>> {
  const found = await db().answer.findMany({
    where: { id: { in: answerIds } },
    select: { id: true, registration: { select: { name: true, municipalityCode: true, organisation: true } } },
  })
  return new Map(found.map(({ id, registration }) => [id, registration]))
}

/** Replaces web addresses, municipality names, `ownNames` and words such as "Utrechtse" from `ownNames` by markers. */
export function redactMunicipalities(text: string, ownNames: string[]): string {
  const withoutUrls = text.replace(/(https?:\/\/|www\.)\S+|\b[\w-]+(\.[\w-]+)*\.(nl|eu|org|com|net)\b\S*/gi, '[adres]')
  const withoutOwnNames = ownNames.reduce((rest, name) => rest.replace(ownNamePattern(name), '[gemeente]'), withoutUrls)
  return withoutOwnNames.replace(anyMunicipalityPattern, '[gemeente]')
}

/** Returns a pattern for a name and, from 5 letters, words that start with it. Too many words start with a short name. */
const ownNamePattern = (name: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${textPattern(name)}${name.length >= 5 ? '\\p{L}*' : ''}(?![\\p{L}\\p{N}])`, 'giu')

const workplaceNames = ({ municipalityCode, organisation }: Asker) => [
  ...(municipalityCode ? municipalityNames(municipalityCode) : []),
  ...(organisation ? [organisation] : []),
]

/** Returns all names of the municipality with this CBS code, without qualifiers in brackets. Empty for an unknown code. */
function municipalityNames(code: string): string[] {
  const { name = '', displayName = '', otherNames = [] } = findMunicipality(code) ?? {}
  return [name, displayName, ...otherNames].map(withoutQualifier).filter(Boolean)
}

const allMunicipalityNames = new Set(listMunicipalityOptions().flatMap(({ value }) => municipalityNames(value)))
const anyMunicipalityPattern = anyNamePattern([...allMunicipalityNames].sort((a, b) => b.length - a.length))

/**
 * Returns the speaker brief as plain text for a mail, with the questions numbered over all themes. `noThemeLabel` is
 * the heading of questions without a theme.
 */
export function speakerBriefToText(parts: Omit<BriefPart, 'id'>[], noThemeLabel: string): string {
  const last = parts.reduce((sum, { questions }) => sum + questions.length, 0)
  const margin = `${last}. `.length
  let number = 0
  const sections = parts.map(({ theme, questions }) => {
    const texts = questions.map((question) => {
      number += 1
      return `${number}.`.padEnd(margin) + indent(questionToText(question), margin).slice(margin)
    })
    return [(theme ?? noThemeLabel).toUpperCase(), ...texts].join('\n\n')
  })
  return sections.join('\n\n\n')
}

function questionToText({ text, workplace, details }: BriefPart['questions'][number]): string {
  const detailTexts = details.map((detail) => `${detail.question}\n${indent(detail.text, 2)}`)
  return [workplace ? `${text}\n(${workplace})` : text, ...detailTexts].join('\n\n')
}

/** Indents all lines that are not empty, because mail programs show trailing spaces. */
const indent = (text: string, spaces: number) => text.replace(/^(?=.)/gm, ' '.repeat(spaces))
