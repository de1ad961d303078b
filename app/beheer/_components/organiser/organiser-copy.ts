import type { OrganiserState } from '@/lib/organisers/rules'
import type { Role } from '@/lib/organisers/schema'

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
