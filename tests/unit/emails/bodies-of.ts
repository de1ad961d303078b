import type { MailTemplate } from '@/emails/parts/participant-mail'
import { renderBodies } from '@/emails/render-bodies'
import { type MailTemplateModule, sampleOf } from '@/emails/samples'

/** Renders a mail with its sample data, of which `changes` replaces a part. */
export const bodiesOf = <Props extends MailTemplate & { values: Record<string, string> }>(
  template: MailTemplateModule<Props>,
  changes?: Partial<Props>,
) => renderBodies(sampleOf(template, changes).body)
