'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { capacityErrors, capacityRefusals } from '@/app/beheer/sessies/_components/capacity-copy'
import { TextField } from '@/components/form/fields/text-field'
import { PreviewButton } from '@/components/form/preview/preview-button'
import { Flow } from '@/components/ui/page/flow'
import type { CapacityFieldReason, CapacityRefusal } from '@/lib/registrations/waitlist/schema'
import { type CapacityPreview, CapacityPreviewPanel } from './capacity-preview'

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
