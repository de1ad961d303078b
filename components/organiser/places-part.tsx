import { Link } from '@utrecht/component-library-react'
import { DescriptionList } from '@/components/layout/description-list'
import { routes } from '@/lib/platform/routes'
import type { Places } from '@/lib/registrations/rules'
import { capacityInWords, placesInWords } from './capacity-words'
import { EditPart } from './edit-part'
import styles from './session-moments.module.css'

type Props = { session: { id: string; cancelledAt: Date | null }; places: Places }

/** How many places a kennissessie has, how they stand, and the way to change it. */
export function PlacesPart({ session, places }: Props) {
  const { capacity, offered, waiting } = places
  const stands = capacity !== null || offered + waiting > 0
  return (
    <EditPart id="plaatsen" title="Plaatsen">
      <DescriptionList
        layout="rows"
        items={[
          { term: 'Aantal', detail: capacityInWords(capacity) },
          ...(stands ? [{ term: 'Nu', detail: placesInWords(places) }] : []),
        ]}
      />
      {session.cancelledAt ? null : (
        <ul className={styles.ways}>
          <li>
            <Link href={routes.places(session.id)}>Verander het aantal plaatsen</Link>
            <span>Zijn ze allemaal bezet, dan is er een wachtlijst.</span>
          </li>
        </ul>
      )}
    </EditPart>
  )
}
