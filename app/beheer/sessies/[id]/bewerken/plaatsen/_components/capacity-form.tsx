'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import {
  capacityButtonLabel,
  capacityChangeSentence,
  capacityErrors,
  capacityLabel,
  capacityRefusals,
  seatCountsLabel,
} from '@/app/beheer/sessies/_components/capacity-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { TextField } from '@/components/form/fields/text-field'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { PreviewButton } from '@/components/form/preview/preview-button'
import previewStyles from '@/components/form/preview/preview-panel.module.css'
import { Flow } from '@/components/ui/page/flow'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { Seats } from '@/lib/registrations/waitlist/rules'
import type { CapacityFieldReason, CapacityRefusal } from '@/lib/registrations/waitlist/schema'

/** The typed capacity, and (`seen`) the one that it replaces. Empty stands for no limit. */
export type CapacityState = FormState<
  { capacity: string; seen: string },
  CapacityFieldReason,
  CapacityRefusal | 'nothing-changed',
  never,
  CapacityPreview
>

type Props = { action: FormAction<CapacityState>; session: { title: string; capacity: number | null } }

const refusals = {
  ...capacityRefusals,
  'nothing-changed': { title: 'Er verandert niets.', text: 'Dit aantal stond er al.' },
}

/** Changes the capacity of a session in two steps: preview and confirm. */
export function CapacityForm({ action, session }: Props) {
  const currentCapacity = session.capacity?.toString() ?? ''
  const form = useFormAction(action, {
    values: { capacity: currentCapacity, seen: currentCapacity },
    describeErrors: capacityErrors,
    describeRefusal: (reason) => refusals[reason],
  })
  const { preview } = form
  const intro = (
    <Flow>
      <Heading level={2}>Aantal plaatsen</Heading>
      {preview ? null : (
        <Paragraph>
          Zijn alle plaatsen bezet? Dan komt wie zich aanmeldt op de wachtlijst. Komt er een plek vrij, dan krijgt wie
          het langst wacht vanzelf een mail. Je ziet eerst wat er verandert.
        </Paragraph>
      )}
    </Flow>
  )
  return (
    <AdminForm form={form} title={`Plaatsen ${session.title}`} intro={intro}>
      <input type="hidden" name="seen" value={form.values.seen} />
      {preview ? <CapacityPreviewPanel preview={preview} submission={form.previewSubmission} /> : null}
      <TextField
        {...form.field('capacity')}
        label="Hoeveel plaatsen zijn er?"
        required={false}
        hint="Laat leeg als er geen maximum is."
        autoComplete="off"
        inputProps={{ inputMode: 'numeric' }}
      />
      <div className={styles.row}>
        <PreviewButton isPreviewed={preview !== null} verb="verandert" />
      </div>
    </AdminForm>
  )
}

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
function CapacityPreviewPanel({ preview, submission }: { preview: CapacityPreview; submission: unknown }) {
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
                <span className={previewStyles.was}>Was: {capacityLabel(previousCapacity).toLowerCase()}</span>
                <strong className={previewStyles.will}>Wordt: {capacityLabel(seats.capacity).toLowerCase()}</strong>
              </>
            ),
          },
          { term: 'Nu', detail: seatCountsLabel(seats) },
        ]}
      />
      <Paragraph className={previewStyles.text}>{capacityChangeSentence({ seats, offers, offersAreOpen })}</Paragraph>
      {offers > 0 ? <MailPreviewSection preview={mailPreview} level={3} /> : null}
    </ConfirmPanel>
  )
}
