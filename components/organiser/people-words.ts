import type { OrganiserState } from '@/lib/organisers/rules'
import { invitationHours } from '@/lib/organisers/rules'
import type { Role } from '@/lib/organisers/schema'
import type { AccountDone, PeopleDone, PersonDone } from '@/lib/platform/routes'
import type { News } from './form-head'

export const roleLabels: Record<Role, string> = { admin: 'Beheerder', staff: 'Medewerker' }

export const roleHints: Record<Role, string> = {
  admin: 'mag alles, ook organisatoren uitnodigen en dingen verwijderen',
  staff: 'mag alles, behalve organisatoren beheren en dingen verwijderen (een eigen notitie wel)',
}

export const stateLabels: Record<OrganiserState, string> = {
  active: 'Heeft toegang',
  invited: 'Uitgenodigd',
  'invitation-expired': 'Uitnodiging verlopen',
  ended: 'Geen toegang meer',
}

export const peopleDone: Record<PeopleDone, News> = {
  invited: {
    lead: 'De uitnodiging is onderweg.',
    text: `De link in de mail werkt één keer, ${invitationHours} uur lang.`,
  },
  withdrawn: { lead: 'De uitnodiging is teruggetrokken.', text: 'De link in de mail werkt niet meer.' },
}

export const personDone: Record<PersonDone, News> = {
  role: { lead: 'De rol is veranderd.', text: 'Dat geldt meteen, ook waar iemand nu is ingelogd.' },
  ended: { lead: 'De toegang is beëindigd.', text: 'Overal waar deze persoon was ingelogd, is dat nu voorbij.' },
  restored: { lead: 'Deze persoon kan weer inloggen.', text: 'Het wachtwoord is hetzelfde als eerst.' },
  invited: {
    lead: 'Er is een nieuwe uitnodiging onderweg.',
    text: `De link van eerder werkt niet meer. De nieuwe werkt ${invitationHours} uur.`,
  },
  'two-step-reset': {
    lead: 'Inloggen in twee stappen staat uit voor deze persoon.',
    text: 'Inloggen gaat nu met alleen het wachtwoord. Deze persoon krijgt er een mail over.',
  },
}

export type PersonRefusal = 'not-allowed' | 'changed-meanwhile' | 'last-admin'

export const personRefusals: Record<PersonRefusal, News> = {
  'not-allowed': { lead: 'Dit mag je niet (meer).', text: 'Jouw rol of toegang is net veranderd. Er is niets gedaan.' },
  'changed-meanwhile': {
    lead: 'Er was net al iets veranderd.',
    text: 'Er is nu niets gedaan. Hieronder zie je hoe het staat. Kijk wat er nog nodig is.',
  },
  'last-admin': {
    lead: 'Dit is de enige beheerder.',
    text: 'Maak eerst iemand anders beheerder. Anders kan niemand meer organisatoren uitnodigen.',
  },
}

export const accountDone: Record<AccountDone, News> = {
  name: { lead: 'Je naam is veranderd.' },
  password: {
    lead: 'Je wachtwoord is veranderd.',
    text: 'Overal elders waar je was ingelogd, ben je nu uitgelogd. Je krijgt er een mail over.',
  },
  'two-step-off': { lead: 'Inloggen in twee stappen staat uit.', text: 'Je krijgt er een mail over.' },
}
