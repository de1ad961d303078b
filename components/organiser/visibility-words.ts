import type { Visibility, VisibilityRefusal } from '@/lib/sessions/schema-content'

const nothing = 'Er is niets veranderd.'

export const visibilityRefusals: Record<VisibilityRefusal, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: nothing },
  'session-cancelled': { lead: 'Deze kennissessie gaat niet door.', text: nothing },
  'session-archived': { lead: 'Deze kennissessie ligt in het archief.', text: 'Haal hem eerst terug.' },
  'people-signed-up': {
    lead: 'Er heeft zich net iemand aangemeld.',
    text: 'De kennissessie staat nog op de site. Gaat hij niet door? Laat hem dan vervallen: wie is aangemeld, krijgt een mail.',
  },
  'still-coming': {
    lead: 'Deze kennissessie moet nog komen.',
    text: 'Naar het archief kan als hij is geweest, is vervallen of niet op de site staat.',
  },
}

/** What has just been done, and what that means. */
export const visibilityNews: Record<Visibility | 'created' | 'saved', { lead: string; text: string }> = {
  created: {
    lead: 'De kennissessie is gemaakt.',
    text: 'Hij staat nog niet op de site. Maak de vragen van het formulier, bekijk het voorbeeld en publiceer hem.',
  },
  saved: { lead: 'Bewaard.', text: 'Er is geen mail over gestuurd.' },
  published: { lead: 'De kennissessie staat op de site.', text: '' },
  unpublished: { lead: 'De kennissessie staat niet meer op de site.', text: 'Publiceren kan altijd opnieuw.' },
  archived: {
    lead: 'De kennissessie ligt in het archief.',
    text: 'Je vindt hem bij “Archief”. Voor bezoekers verandert er niets.',
  },
  'brought-back': { lead: 'De kennissessie is terug uit het archief.', text: '' },
}
