import { Heading, Link } from '@utrecht/component-library-react'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { routes } from '@/lib/platform/routes'
import { defaultSearch, searchToQuery } from '@/lib/registrations/rules'
import { maxSearchLength } from '@/lib/registrations/schema'

/** `code` is null for another organisation; `names` are some of those who come. */
export type OrganisationCount = { code: string | null; place: string; count: number; names: string[] }

/** Who comes from where, so that colleagues are seen. */
export function OrganisationTable({ sessionId, places }: { sessionId: string; places: OrganisationCount[] }) {
  const pathTo = ({ code, place }: OrganisationCount) =>
    routes.registrations(
      sessionId,
      searchToQuery({
        ...defaultSearch,
        ...(code ? { place: code } : { place: 'other', text: organisationSearch(place) }),
      }),
    )
  return (
    <section>
      <Heading level={2}>Wie komt waarvandaan</Heading>
      <Table caption="Wie er komt, per gemeente of organisatie" hideCaption>
        <thead className={lines.heads}>
          <tr>
            <th scope="col">Gemeente of organisatie</th>
            <th scope="col">Aanmeldingen</th>
            <th scope="col">Wie</th>
          </tr>
        </thead>
        <tbody className={lines.rows}>
          {places.map((place) => (
            <tr key={place.code ?? `:${place.place}`}>
              <th scope="row">
                <Link href={pathTo(place)}>{place.place}</Link>
              </th>
              <td>{place.count.toLocaleString('nl-NL')}</td>
              <td>
                {place.names.join(', ')}
                {place.count > place.names.length ? ` en nog ${place.count - place.names.length}` : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

/** An organisation as one word to look for; as its loose words when it holds the quotes that would make it one. */
const organisationSearch = (organisation: string) =>
  organisation.includes('"')
    ? organisation.replaceAll('"', ' ').slice(0, maxSearchLength)
    : `"${organisation.slice(0, maxSearchLength - 2)}"`
