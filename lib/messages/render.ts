import type { ClaimedMessage } from './claim'
import { renderAlreadyRegistered } from './render-already-registered'
import { renderConfirmation } from './render-confirmation'
import type { RenderContext, RenderedMail } from './rendered'
import { type MessageKind, messageKindSchema } from './schema'

type Renderer = (registrationId: string, context: RenderContext) => Promise<RenderedMail>

const renderers: Record<MessageKind, Renderer> = {
  confirmation: renderConfirmation,
  'already-registered': renderAlreadyRegistered,
}

/** The mail of this message as it is now. Throws when its kind is unknown or its registration is gone. */
export async function renderMessage(message: ClaimedMessage, context: RenderContext): Promise<RenderedMail> {
  const render = renderers[messageKindSchema.parse(message.kind)]
  if (!message.registrationId) throw new Error(`message ${message.id} has no registration`)
  return await render(message.registrationId, context)
}
