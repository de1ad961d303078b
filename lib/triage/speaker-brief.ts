import { db } from '@/lib/db/client'
import { findMunicipality, listMunicipalityOptions } from '@/lib/municipalities/queries'
import {
  anyNamePattern,
  createNameRedactor,
  distinctiveNameParts,
  redactPeople,
  textPattern,
} from '@/lib/privacy/redact'
import { listProgramme } from './queries'

/** A question as speakers read it, without its asker. `workplace` is `null` in the version without municipalities. */
export type BriefQuestion = {
  id: string
  text: string
  workplace: string | null
  clarification: string
  context: { id: string; question: string; text: string }[]
}
export type BriefPart = { theme: string | null; questions: BriefQuestion[] }

/**
 * Returns the programme of a session (id, a UUID) for its speakers. Names, addresses and phone numbers of askers are
 * redacted; without `withMunicipalities` the names of municipalities too.
 */
export async function getSpeakerBrief(
  sessionId: string,
  { withMunicipalities }: { withMunicipalities: boolean },
): Promise<BriefPart[]> {
  const programme = await listProgramme(sessionId)
  const ids = programme.flatMap(({ questions }) => questions.map(({ id }) => id))
  const askers = await readAskers(ids)
  // Created once: a pattern of all names for each text would take minutes.
  const redactNames = createNameRedactor([...askers.values()].map(({ name }) => name))
  const redactThemeName = (name: string) => {
    const cleaned = redactPeople(redactNames(name), [])
    return withMunicipalities ? cleaned : redactMunicipalities(cleaned, [])
  }
  return programme.map(({ theme, questions }) => ({
    theme: theme && redactThemeName(theme.name),
    questions: questions.map((question) => {
      const asker = askers.get(question.id)
      const redact = (text: string) => {
        const cleaned = redactPeople(redactNames(text), distinctiveNameParts(asker?.name ?? ''))
        return withMunicipalities ? cleaned : redactMunicipalities(cleaned, asker ? workplaceNames(asker) : [])
      }
      return {
        id: question.id,
        text: redact(question.text),
        workplace: withMunicipalities ? redactPeople(redactNames(question.workplace), []) : null,
        clarification: redact(question.clarification),
        context: question.context.map((answer) => ({ ...answer, text: redact(answer.text) })),
      }
    }),
  }))
}

async function readAskers(ids: string[]) {
  const found = await db().answer.findMany({
    where: { id: { in: ids } },
    select: { id: true, registration: { select: { name: true, municipalityCode: true, organisation: true } } },
  })
  return new Map(found.map(({ id, registration }) => [id, registration]))
}

/** Redacts web addresses, the asker's own names with their derivations ("Utrechtse") and all other municipalities. */
export function redactMunicipalities(text: string, ownNames: string[]): string {
  const withoutUrls = text.replace(/(https?:\/\/|www\.)\S+|\b[\w-]+(\.[\w-]+)*\.(nl|eu|org|com|net)\b\S*/gi, '[adres]')
  const withoutOwnNames = ownNames.reduce((rest, name) => rest.replace(ownNamePattern(name), '[gemeente]'), withoutUrls)
  return withoutOwnNames.replace(anyMunicipalityPattern, '[gemeente]')
}

/** Short names match without a suffix: too many words start with them. */
const ownNamePattern = (name: string) => wholeWordPattern(name, 'giu', name.length >= 5 ? '\\p{L}*' : '')

function workplaceNames({
  municipalityCode,
  organisation,
}: {
  municipalityCode: string | null
  organisation: string | null
}) {
  return [...(municipalityCode ? municipalityNames(municipalityCode) : []), ...(organisation ? [organisation] : [])]
}

/** Returns all names of a municipality without a distinguishing suffix: "Bergen (L.)" becomes "Bergen". */
function municipalityNames(code: string): string[] {
  const { name = '', displayName = '', otherNames = [] } = findMunicipality(code) ?? {}
  return [name, displayName, ...otherNames].map((fullName) => fullName.replace(/ \(.+\)$/, '')).filter(Boolean)
}

const wholeWordPattern = (name: string, flags: string, suffix = '') =>
  new RegExp(`(?<![\\p{L}\\p{N}])${textPattern(name)}${suffix}(?![\\p{L}\\p{N}])`, flags)

const anyMunicipalityPattern = (() => {
  const names = listMunicipalityOptions().flatMap(({ value }) => municipalityNames(value))
  return anyNamePattern([...new Set(names)].sort((a, b) => b.length - a.length))
})()
