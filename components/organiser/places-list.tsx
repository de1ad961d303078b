import { Heading, Link } from '@utrecht/component-library-react'
import { Table } from '@/components/layout/table'
import { routes } from '@/lib/platform/routes'
import { addressOf, everybody } from '@/lib/registrations/rules'
import { searchLength } from '@/lib/registrations/schema'
import lines from './rows.module.css'

/** `code` is null for another organisation; `names` are some of those who come. */
export type Place = { code: string | null; place: string; count: number; names: string[] }

/** Who comes from where, so that colleagues are seen. */
export function PlacesList({ sessionId, places }: { sessionId: string; places: Place[] }) {
  const pathTo = ({ code, place }: Place) =>
    routes.registrations(
      sessionId,
      addressOf({ ...everybody, ...(code ? { place: code } : { place: 'other', text: searchFor(place) }) }),
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
const searchFor = (organisation: string) =>
  organisation.includes('"')
    ? organisation.replaceAll('"', ' ').slice(0, searchLength)
    : `"${organisation.slice(0, searchLength - 2)}"`
