import type { OrganiserState } from '@/lib/organisers/rules'
import type { Role } from '@/lib/organisers/schema'
import { clockTime } from '@/lib/platform/time'
import type { Flash } from '../form/form-state'

export const roleLabels: Record<Role, string> = { admin: 'Beheerder', staff: 'Medewerker' }

export const roleHints: Record<Role, string> = {
  admin: 'mag alles, ook organisatoren uitnodigen en dingen verwijderen',
  staff: 'mag alles, behalve organisatoren beheren en dingen verwijderen (een eigen notitie wel)',
}

export const accessLabels: Record<OrganiserState, string> = {
  active: 'Heeft toegang',
  invited: 'Uitgenodigd',
  'invitation-expired': 'Uitnodiging verlopen',
  ended: 'Geen toegang meer',
}

/** Message that the mailed link that opened the form has expired or was used before the form was submitted. */
export const deadLink: Flash = {
  title: 'Deze link werkt niet meer.',
  text: 'Hij was te oud of is al gebruikt. Er is niets veranderd. Vraag een nieuwe.',
}

export const tooManyLogins = (minutes: number): Flash => ({
  title: `Wacht nog ${minutes === 1 ? '1 minuut' : `${minutes} minuten`} en probeer het dan opnieuw.`,
  text: 'Er is een paar keer achter elkaar geprobeerd in te loggen met een verkeerd wachtwoord. Zo kan niemand een wachtwoord raden. Wil je niet wachten? Log in met de browser die je hier altijd voor gebruikt, of kies hieronder met ‘Wachtwoord vergeten’ een nieuw wachtwoord.',
})

/**
 * Returns the refusal of a two-factor code that is valid at another time. `differenceMs` is how far the clock of the
 * authenticator app is ahead of `now`; it is negative when that clock is behind.
 */
export function clockDiffers(differenceMs: number, now: Date): Flash {
  const minutes = Math.max(1, Math.round(Math.abs(differenceMs) / 60_000))
  const howLong = minutes === 1 ? '1 minuut' : `${minutes} minuten`
  return {
    title: `Deze code hoort bij een ander moment: ongeveer ${howLong} ${differenceMs > 0 ? 'later' : 'eerder'}.`,
    text: `Vul de code in die je app nu laat zien. Was dat deze? Dan loopt de klok van je telefoon ${differenceMs > 0 ? 'voor' : 'achter'}. Bij ons is het nu ${clockTime(now)} uur. Zet op je telefoon de tijd op automatisch, en neem daarna een nieuwe code. Klopt onze tijd niet? Zeg het dan tegen een beheerder. Deze poging telt niet mee.`,
  }
}
