import { Paragraph } from '@utrecht/component-library-react'
import {
  capacityButtonLabel,
  capacityChangeSentence,
  capacityLabel,
  seatCountsLabel,
} from '@/app/beheer/sessies/_components/capacity-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import styles from '@/components/form/preview/preview-panel.module.css'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { Seats } from '@/lib/registrations/rules'

/** What another capacity would do. `expected` is the number of seats that are offered at once. */
export type CapacityPreview = PreviewState<
  {
    previousCapacity: number | null
    /** With the new capacity. */
    seats: Seats
    /** Whether seats that free up are still offered. */
    offersAreOpen: boolean
    mailPreview: MailPreview
    expected: number
  },
  keyof typeof staleMessages
>

const staleMessages = { edited: 'Je hebt het aantal veranderd. Er is nog niets bewaard. Kijk of het zo klopt.' }

/** Inside the form: the old and new capacity, and who is mailed. */
export function CapacityPreviewPanel({ preview, submission }: { preview: CapacityPreview; submission: unknown }) {
  const { previousCapacity, seats, expected: offers, offersAreOpen, mailPreview } = preview
  return (
    <ConfirmPanel
      title="Dit gaat er veranderen"
      preview={preview}
      staleMessages={staleMessages}
      submission={submission}
      intent="save"
      confirmLabel={capacityButtonLabel(offers)}
    >
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
      <Paragraph className={styles.text}>{capacityChangeSentence({ seats, offers, offersAreOpen })}</Paragraph>
      {offers > 0 ? <MailPreviewSection preview={mailPreview} level={3} /> : null}
    </ConfirmPanel>
  )
}
