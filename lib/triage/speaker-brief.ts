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

/** What speakers read of a question: never who asked it. `place` is null in the variant without gemeenten. */
export type BriefQuestion = {
  id: string
  text: string
  place: string | null
  clarification: string
  context: { id: string; question: string; text: string }[]
}
export type BriefPart = { theme: string | null; questions: BriefQuestion[] }

/**
 * What is treated in a session (its id, a UUID), for its speakers: by theme, in the order of the programme. Names, addresses
 * and numbers of the askers are taken out of what they wrote; without `withPlaces` the names of gemeenten too.
 */
export async function getSpeakerBrief(
  sessionId: string,
  { withMunicipalities }: { withMunicipalities: boolean },
): Promise<BriefPart[]> {
  const programme = await listProgramme(sessionId)
  const ids = programme.flatMap(({ questions }) => questions.map(({ id }) => id))
  const askers = await readAskers(ids)
  // Made once: with a name for each asker and a text for each question, anew for every text takes minutes.
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
        place: withMunicipalities ? redactPeople(redactNames(question.place), []) : null,
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

/** The text without these names of a gemeente and what is made of them ("Utrechtse"), those of all others, and web addresses. */
export function redactMunicipalities(text: string, ownNames: string[]): string {
  const withoutUrls = text.replace(/(https?:\/\/|www\.)\S+|\b[\w-]+(\.[\w-]+)*\.(nl|eu|org|com|net)\b\S*/gi, '[adres]')
  const withoutOwnNames = ownNames.reduce((rest, name) => rest.replace(ownNamePattern(name), '[gemeente]'), withoutUrls)
  return withoutOwnNames.replace(anyMunicipalityPattern, '[gemeente]')
}

/** A short name is the begin of too many words. */
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

/** Every name of a gemeente without what tells it apart: "Bergen (L.)" is called Bergen. */
function municipalityNames(code: string): string[] {
  const { name = '', displayName = '', otherNames = [] } = findMunicipality(code) ?? {}
  return [name, displayName, ...otherNames].map((each) => each.replace(/ \(.+\)$/, '')).filter(Boolean)
}

const wholeWordPattern = (name: string, flags: string, suffix = '') =>
  new RegExp(`(?<![\\p{L}\\p{N}])${textPattern(name)}${suffix}(?![\\p{L}\\p{N}])`, flags)

const anyMunicipalityPattern = (() => {
  const names = listMunicipalityOptions().flatMap(({ value }) => municipalityNames(value))
  return anyNamePattern([...new Set(names)].sort((a, b) => b.length - a.length))
})()
