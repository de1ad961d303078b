import { invitationHours, type OrganiserState } from '@/lib/organisers/rules'
import type { Role } from '@/lib/organisers/schema'
import type { AccountFlash, OrganiserFlash, OrganisersFlash } from '@/lib/platform/routes'
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

export const organisersFlash: Record<OrganisersFlash, Flash> = {
  invited: {
    title: 'De uitnodiging is onderweg.',
    text: `De link in de mail werkt één keer, ${invitationHours} uur lang.`,
  },
  withdrawn: { title: 'De uitnodiging is teruggetrokken.', text: 'De link in de mail werkt niet meer.' },
}

export const organiserFlash: Record<OrganiserFlash, Flash> = {
  role: { title: 'De rol is veranderd.', text: 'Dat geldt meteen, ook waar iemand nu is ingelogd.' },
  ended: { title: 'De toegang is beëindigd.', text: 'Overal waar deze persoon was ingelogd, is dat nu voorbij.' },
  restored: { title: 'Deze persoon kan weer inloggen.', text: 'Het wachtwoord is hetzelfde als eerst.' },
  invited: {
    title: 'Er is een nieuwe uitnodiging onderweg.',
    text: `De link van eerder werkt niet meer. De nieuwe werkt ${invitationHours} uur.`,
  },
  'two-step-reset': {
    title: 'Inloggen in twee stappen staat uit voor deze persoon.',
    text: 'Inloggen gaat nu met alleen het wachtwoord. Deze persoon krijgt er een mail over.',
  },
}

export type OrganiserRefusal = 'not-allowed' | 'changed-meanwhile' | 'last-admin'

export const organiserRefusals: Record<OrganiserRefusal, Flash> = {
  'not-allowed': {
    title: 'Dit mag je niet (meer).',
    text: 'Jouw rol of toegang is net veranderd. Er is niets gedaan.',
  },
  'changed-meanwhile': {
    title: 'Er was net al iets veranderd.',
    text: 'Er is nu niets gedaan. Hieronder zie je hoe het staat. Kijk wat er nog nodig is.',
  },
  'last-admin': {
    title: 'Dit is de enige beheerder.',
    text: 'Maak eerst iemand anders beheerder. Anders kan niemand meer organisatoren uitnodigen.',
  },
}

export const accountFlash: Record<AccountFlash, Flash> = {
  name: { title: 'Je naam is veranderd.' },
  password: {
    title: 'Je wachtwoord is veranderd.',
    text: 'Overal elders waar je was ingelogd, ben je nu uitgelogd. Je krijgt er een mail over.',
  },
  'two-step-off': { title: 'Inloggen in twee stappen staat uit.', text: 'Je krijgt er een mail over.' },
}
