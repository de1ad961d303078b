import type { ParticipantMail, ParticipantTemplate } from '@/emails/parts/participant-mail'
import { sampleOf } from '@/emails/parts/sample-data'
import { renderBodies } from '@/emails/render-bodies'

/** Renders a mail with its sample data, of which `changes` replaces a part. */
export const bodiesOf = (template: ParticipantTemplate, changes?: Partial<ParticipantMail>) =>
  renderBodies(sampleOf(template, changes).body)
