import { Paragraph } from '@utrecht/component-library-react'
import {
  capacityButtonLabel,
  capacityChangeSentence,
  capacityLabel,
  seatCountsLabel,
} from '@/app/beheer/sessies/_components/capacity-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { ConfirmButton, PreviewPanel } from '@/components/form/preview/preview-panel'
import styles from '@/components/form/preview/preview-panel.module.css'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { Seats } from '@/lib/registrations/waitlist/rules'

/** What another number of places would do, as it was at one moment. */
export type CapacityPreview = {
  previousCapacity: number | null
  /** As they would be. */
  seats: Seats
  /** How many of those who wait would be offered a place. */
  offers: number
  /** Whether places that free up are still offered. */
  offersAreOpen: boolean
  /** That mail. */
  mailPreview: MailPreview
}

type Props = { preview: CapacityPreview; isStale: boolean; pending: boolean; submission: unknown }

const staleMessage = 'Je hebt het aantal veranderd. Er is nog niets bewaard. Kijk of het zo klopt.'

/** What was and what will be, who gets a mail, and the button that does it. Stands inside the form. */
export function CapacityPreviewPanel({ preview, isStale, pending, submission }: Props) {
  const { previousCapacity, seats, offers, mailPreview } = preview
  return (
    <PreviewPanel title="Dit gaat er veranderen" submission={submission} staleNotice={isStale ? staleMessage : null}>
      <input type="hidden" name="previewed" value={seats.capacity ?? ''} />
      <input type="hidden" name="expected" value={offers} />
      <DescriptionList
        layout="rows"
        items={[
          {
            term: 'Plaatsen',
            detail: (
              <>
                <span className={styles.was}>Was: {capacityLabel(previousCapacity).toLowerCase()}</span>
                <strong className={styles.will}>Wordt: {capacityLabel(seats.capacity).toLowerCase()}</strong>
              </>
            ),
          },
          { term: 'Nu', detail: seatCountsLabel(seats) },
        ]}
      />
      <Paragraph className={styles.text}>{capacityChangeSentence(preview)}</Paragraph>
      {offers > 0 ? <MailPreviewSection preview={mailPreview} level={3} /> : null}
      <ConfirmButton intent="save" pending={pending}>
        {capacityButtonLabel(offers)}
      </ConfirmButton>
    </PreviewPanel>
  )
}
