'use client'

import { Paragraph } from '@utrecht/component-library-react'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { capacityLabel, offeredSentence, seatCountsLabel } from '@/app/beheer/sessies/_components/capacity-copy'
import { PreviewForm } from '@/app/beheer/sessies/_components/preview-form'
import { peopleCount } from '@/app/beheer/sessies/_components/recipient-copy'
import { sessionRefusals } from '@/app/beheer/sessies/_components/refusal-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import type { ErrorMessages } from '@/components/form/field-errors'
import { TextField } from '@/components/form/fields/text-field'
import type { PreviewState } from '@/components/form/preview/confirm-panel'
import previewStyles from '@/components/form/preview/preview-panel.module.css'
import { DescriptionList } from '@/components/ui/text/description-list'
import { freeSeats, type Seats } from '@/lib/registrations/waitlist/rules'
import { type CapacityFieldReason, type CapacityRefusal, maxSeats } from '@/lib/registrations/waitlist/schema'

/**
 * The effects of a new capacity. `seats` has that capacity and the current counts. `offersAreOpen` is whether free
 * seats are still offered to the waitlist. `expected` is the number of people who are offered a seat on saving.
 */
export type CapacityPreview = PreviewState<
  { previousCapacity: number | null; seats: Seats; offersAreOpen: boolean; mailPreview: MailPreview; expected: number },
  'edited'
>

type Refusal = CapacityRefusal | 'nothing-changed'
/** The typed `capacity`, and `seen`: the stored capacity that the organiser saw. An empty text means no limit. */
type Values = { capacity: string; seen: string }
export type CapacityState = FormState<Values, CapacityFieldReason, Refusal, never, CapacityPreview>

const errorMessages: ErrorMessages<CapacityFieldReason> = {
  capacity: {
    'not-a-number': 'Vul een heel getal in, bijvoorbeeld 40, of laat het veld leeg',
    'too-few': 'Vul 1 of meer in. Is er geen maximum? Laat het veld dan leeg',
    'too-many': `Vul ${maxSeats.toLocaleString('nl-NL')} of minder in. Is er geen maximum? Laat het veld dan leeg`,
  },
}

const refusals: Record<Refusal, Flash> = {
  ...sessionRefusals,
  'nothing-changed': { title: 'Er verandert niets.', text: 'Dit aantal stond er al.' },
  'changed-meanwhile': {
    title: 'Een collega heeft het aantal plaatsen net veranderd.',
    text: 'Wat jij invulde, is niet bewaard en staat hieronder nog. Kijk opnieuw wat er verandert.',
  },
  'offers-changed': {
    title: 'De wachtlijst is net veranderd.',
    text: 'Er is nog niets bewaard en niets gemaild. Kijk hieronder hoeveel mensen nu een mail krijgen.',
  },
}

const staleMessages = { edited: 'Je hebt het aantal veranderd. Er is nog niets bewaard. Kijk of het zo klopt.' }

type Props = { action: FormAction<CapacityState>; session: { title: string; capacity: number | null } }

/** Shows a form that changes the capacity of a session: first a preview of the effects, then a button to confirm. */
export function CapacityForm({ action, session }: Props) {
  const currentCapacity = session.capacity?.toString() ?? ''
  const form = useFormAction(action, {
    values: { capacity: currentCapacity, seen: currentCapacity },
    errorMessages,
    refusals,
  })
  return (
    <PreviewForm
      form={form}
      title={`Plaatsen ${session.title}`}
      heading="Aantal plaatsen"
      explanation="Zijn alle plaatsen bezet? Dan komt wie zich aanmeldt op de wachtlijst. Komt er een plek vrij, dan krijgt wie het langst wacht vanzelf een mail. Je ziet eerst wat er verandert."
      verb="verandert"
      describePreview={(preview) => <CapacityPreviewText {...preview} />}
      staleMessages={staleMessages}
      confirmLabel={({ expected }) => (expected === 0 ? 'Bewaren' : `Bewaren en mail ${peopleCount(expected)}`)}
    >
      <TextField
        {...form.field('capacity')}
        label="Hoeveel plaatsen zijn er?"
        required={false}
        hint="Laat leeg als er geen maximum is."
        autoComplete="off"
        inputProps={{ inputMode: 'numeric' }}
      />
    </PreviewForm>
  )
}

/** Shows the old and new capacity, the effect on the waitlist, and the mail to people who are offered a seat. */
function CapacityPreviewText(preview: CapacityPreview) {
  const { previousCapacity, seats, expected, mailPreview } = preview
  const capacityChange = (
    <>
      <span className={previewStyles.was}>Was: {capacityLabel(previousCapacity).toLowerCase()}</span>
      <strong className={previewStyles.will}>Wordt: {capacityLabel(seats.capacity).toLowerCase()}</strong>
    </>
  )
  const rows = [
    { term: 'Plaatsen', detail: capacityChange },
    { term: 'Nu', detail: seatCountsLabel(seats) },
  ]
  return (
    <>
      <DescriptionList layout="rows" items={rows} />
      <Paragraph className={previewStyles.text}>{consequenceSentence(preview)}</Paragraph>
      {expected > 0 ? <MailPreviewSection preview={mailPreview} level={3} /> : null}
    </>
  )
}

/** Returns in words what the new capacity means for the waitlist, and whether anyone gets a mail. */
function consequenceSentence({ seats, expected: offers, offersAreOpen }: CapacityPreview): string {
  const { capacity, taken, offered, waitlisted } = seats
  if (offers > 0) {
    const remaining = waitlisted - offers
    if (remaining <= 0) return offeredSentence(offers)
    return `${offeredSentence(offers)} ${peopleCount(remaining)} ${remaining === 1 ? 'blijft' : 'blijven'} op de wachtlijst.`
  }
  if (capacity !== null && freeSeats(seats) < 0) {
    return `Er zijn al ${(taken + offered).toLocaleString('nl-NL')} plaatsen bezet of aangeboden. Niemand raakt zijn plek kwijt. Er komt pas weer een plek vrij als er daarna genoeg mensen zijn afgemeld. Er gaat geen mail uit.`
  }
  if (waitlisted > 0 && !offersAreOpen) {
    return 'Aanmelden is gesloten. Daarom krijgt niemand van de wachtlijst nog een plek aangeboden. Er gaat geen mail uit.'
  }
  return 'Er gaat geen mail uit.'
}
