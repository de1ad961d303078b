import type { DetailsField } from '@/lib/sessions/details-schema'

export const detailsLabels: Record<DetailsField, string> = {
  title: 'Titel',
  slug: 'Adres van de pagina',
  summary: 'Samenvatting',
  body: 'Tekst',
  audience: 'Voor wie?',
  organisedBy: 'Georganiseerd door',
  contactName: 'Naam van het contact',
  contactEmail: 'E-mailadres van het contact',
}
