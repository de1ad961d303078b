import { Paragraph } from '@utrecht/component-library-react'
import { DoButton, Look } from '@/components/form/look'
import styles from '@/components/form/look.module.css'
import { DescriptionList } from '@/components/layout/description-list'
import type { Places } from '@/lib/registrations/rules'
import { capacityButton, capacityInWords, placesInWords, whatItMeans } from './capacity-words'
import { type Looks, MailLooks } from './mail-looks'

/** What another number of places would do, as it was at one moment. */
export type CapacityView = {
  was: number | null
  /** As they would be. */
  places: Places
  /** How many of those who wait would be offered a place. */
  offers: number
  /** Whether places that free up are still offered. */
  isOpen: boolean
  /** That mail. */
  looks: Looks
}

type Props = { look: CapacityView; again: boolean; pending: boolean; sending: unknown }

const changed = 'Je hebt het aantal veranderd. Er is nog niets bewaard. Kijk of het zo klopt.'

/** What was and what will be, who gets a mail, and the button that does it. Stands inside the form. */
export function CapacityLook({ look, again, pending, sending }: Props) {
  const { was, places, offers, looks } = look
  return (
    <Look title="Dit gaat er veranderen" sending={sending} again={again ? changed : null}>
      <input type="hidden" name="looked" value={places.capacity ?? ''} />
      <input type="hidden" name="expected" value={offers} />
      <DescriptionList
        layout="rows"
        items={[
          {
            term: 'Plaatsen',
            detail: (
              <>
                <span className={styles.was}>Was: {capacityInWords(was).toLowerCase()}</span>
                <strong className={styles.will}>Wordt: {capacityInWords(places.capacity).toLowerCase()}</strong>
              </>
            ),
          },
          { term: 'Nu', detail: placesInWords(places) },
        ]}
      />
      <Paragraph className={styles.text}>{whatItMeans(look)}</Paragraph>
      {offers > 0 ? <MailLooks looks={looks} level={3} /> : null}
      <DoButton press="save" pending={pending}>
        {capacityButton(offers)}
      </DoButton>
    </Look>
  )
}
