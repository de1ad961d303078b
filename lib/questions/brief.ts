import { findMunicipality, listMunicipalityOptions } from '@/lib/municipalities/queries'
import { db } from '@/lib/platform/db'
import { anyOf, leaveOut, literal, partsOfName, withoutPeople } from '@/lib/platform/people-in-text'
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
export async function getBrief(sessionId: string, { withPlaces }: { withPlaces: boolean }): Promise<BriefPart[]> {
  const programme = await listProgramme(sessionId)
  const ids = programme.flatMap(({ questions }) => questions.map(({ id }) => id))
  const askers = await readAskers(ids)
  // Made once: with a name for each asker and a text for each question, anew for every text takes minutes.
  const nameless = leaveOut([...askers.values()].map(({ name }) => name))
  const themeName = (name: string) => {
    const cleaned = withoutPeople(nameless(name), [])
    return withPlaces ? cleaned : withoutPlaces(cleaned, [])
  }
  return programme.map(({ theme, questions }) => ({
    theme: theme && themeName(theme.name),
    questions: questions.map((question) => {
      const asker = askers.get(question.id)
      const clean = (text: string) => {
        const cleaned = withoutPeople(nameless(text), partsOfName(asker?.name ?? ''))
        return withPlaces ? cleaned : withoutPlaces(cleaned, asker ? placeNames(asker) : [])
      }
      return {
        id: question.id,
        text: clean(question.text),
        place: withPlaces ? withoutPeople(nameless(question.place), []) : null,
        clarification: clean(question.clarification),
        context: question.context.map((answer) => ({ ...answer, text: clean(answer.text) })),
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
export function withoutPlaces(text: string, own: string[]): string {
  const webless = text.replace(/(https?:\/\/|www\.)\S+|\b[\w-]+(\.[\w-]+)*\.(nl|eu|org|com|net)\b\S*/gi, '[adres]')
  const ownless = own.reduce((rest, name) => rest.replace(ownName(name), '[gemeente]'), webless)
  return ownless.replace(everyMunicipality, '[gemeente]')
}

/** A short name is the begin of too many words. */
const ownName = (name: string) => wholeWord(name, 'giu', name.length >= 5 ? '\\p{L}*' : '')

function placeNames({
  municipalityCode,
  organisation,
}: {
  municipalityCode: string | null
  organisation: string | null
}) {
  return [...(municipalityCode ? namesOf(municipalityCode) : []), ...(organisation ? [organisation] : [])]
}

/** Every name of a gemeente without what tells it apart: "Bergen (L.)" is called Bergen. */
function namesOf(code: string): string[] {
  const { name = '', displayName = '', otherNames = [] } = findMunicipality(code) ?? {}
  return [name, displayName, ...otherNames].map((each) => each.replace(/ \(.+\)$/, '')).filter(Boolean)
}

const wholeWord = (name: string, flags: string, more = '') =>
  new RegExp(`(?<![\\p{L}\\p{N}])${literal(name)}${more}(?![\\p{L}\\p{N}])`, flags)

const everyMunicipality = (() => {
  const names = listMunicipalityOptions().flatMap(({ value }) => namesOf(value))
  return anyOf([...new Set(names)].sort((a, b) => b.length - a.length))
})()
