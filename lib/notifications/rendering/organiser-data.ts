import { db } from '@/lib/db/client'
import { type MessageToRender, requireReference } from '../kinds/mail-kind'

export type OrganiserRecipient = { name: string; email: string }

/** The organiser whom the message goes to. Throws when the account is gone. */
export const readOrganiser = (message: MessageToRender): Promise<OrganiserRecipient> =>
  db().organiser.findUniqueOrThrow({
    where: { id: requireReference(message.organiserId, message) },
    select: { name: true, email: true },
  })

export const sampleOrganiser: OrganiserRecipient = {
  name: 'Voorbeeld Organisator',
  email: 'organisator@example.nl',
}
