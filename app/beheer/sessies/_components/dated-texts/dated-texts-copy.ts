import { detailsLabels } from '@/app/beheer/sessies/_components/details-copy'
import { fieldId } from '@/components/form/field-id'
import { mailKindLabel, mailKinds } from '@/lib/notifications/kinds/registry'
import { routes } from '@/lib/platform/routes'
import type { DatedText, TextSource } from '@/lib/sessions/dated-texts'
import type { DatedTextItem } from './dated-texts'

/** Returns for each text of a session that mentions dates, times or links its name and the path of the form to edit it. */
export const datedTextItems = (sessionId: string, texts: DatedText[]): DatedTextItem[] =>
  texts.map(({ source, fragments }) => ({ label: labelOf(source), href: hrefOf(source, sessionId), fragments }))

/**
 * Returns the names of texts that mention dates, times or links, for a form that copies a session. A text with a field
 * in that form links to the field; the others have no link, because the new session does not exist yet.
 */
export const copiedTextItems = (texts: DatedText[]): DatedTextItem[] =>
  texts.map(({ source, fragments }) => {
    return { label: labelOf(source), href: source.type === 'details' ? `#${fieldId(source.field)}` : null, fragments }
  })

function labelOf(source: TextSource): string {
  if (source.type === 'details') return detailsLabels[source.field]
  if (source.type === 'question') return `Vraag “${source.label}”`
  if (source.type === 'mail') return `Mail “${mailKindLabel(source.kind)}”`
  return source.type === 'agenda' ? 'Vrijgegeven agenda' : 'Materiaal in de mail na afloop'
}

function hrefOf(source: TextSource, sessionId: string): string {
  if (source.type === 'details') return `${routes.editSessionContent(sessionId)}#${fieldId(source.field)}`
  if (source.type === 'question') return routes.formQuestion(sessionId, source.id)
  if (source.type === 'mail') return routes.mailTemplate(sessionId, mailKinds[source.kind].slug)
  return source.type === 'agenda' ? routes.release(sessionId) : routes.notificationSettings(sessionId)
}
