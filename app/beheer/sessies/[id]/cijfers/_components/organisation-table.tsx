import { Heading, Link } from '@utrecht/component-library-react'
import { AdminTable } from '@/app/beheer/_components/admin-table'
import { routes } from '@/lib/platform/routes'
import { defaultSearch, searchToQuery } from '@/lib/registrations/rules'
import { maxSearchLength } from '@/lib/registrations/schema'
import type { getStatistics } from '@/lib/registrations/statistics'

type OrganisationCount = Awaited<ReturnType<typeof getStatistics>>['places'][number]

/** The participants by municipality or organisation. */
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
      <AdminTable
        caption="Wie er komt, per gemeente of organisatie"
        columns={['Gemeente of organisatie', 'Aanmeldingen', 'Wie']}
      >
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
      </AdminTable>
    </section>
  )
}

/** Searches the exact name of an organisation; or its words, when the name itself holds quotes. */
const organisationSearch = (organisation: string) =>
  organisation.includes('"')
    ? organisation.replaceAll('"', ' ').slice(0, maxSearchLength)
    : `"${organisation.slice(0, maxSearchLength - 2)}"`
