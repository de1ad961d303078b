'use client'

import { Button, Heading, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useActionState } from 'react'
import { type Flash, FormFeedback } from '@/app/beheer/_components/form-feedback'
import { type OrganiserRefusal, organiserRefusals, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import type { OrganiserState } from '@/lib/organisers/rules'
import type { Role } from '@/lib/organisers/schema'
import styles from './organiser-actions.module.css'

export type OrganiserActionState = { status: 'idle' } | { status: 'refused'; reason: OrganiserRefusal }
export type OrganiserIntent = 'role' | 'end' | 'restore' | 'resend-invitation' | 'withdraw' | 'reset-two-factor'

type Props = {
  action: (previous: OrganiserActionState, form: FormData) => Promise<OrganiserActionState>
  organiser: { name: string; role: Role; state: OrganiserState; twoFactorEnabled: boolean }
  flash: Flash | null
  /** Stands between the news and the buttons. */
  children: ReactNode
}

type ActionSection = { intent: OrganiserIntent; title: string; text: string; button: string }

/** What can be done with somebody's access as it stands; each button says what happens, and to whom. */
export function OrganiserActions({ action, organiser, flash, children }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  return (
    <>
      <FormFeedback
        pageTitle={organiser.name}
        errors={{}}
        refusal={state.status === 'refused' ? organiserRefusals[state.reason] : null}
        success={state.status === 'idle' ? flash : null}
        submission={state.status === 'idle' ? flash : state}
      />
      {children}
      <form action={send}>
        {/* The role that somebody was shown: pressing twice, or after somebody else did, changes nothing back. */}
        <input type="hidden" name="role" value={otherRole(organiser.role)} />
        {sectionsFor(organiser).map(({ intent, title, text, button }) => (
          <section key={intent} className={styles.deed}>
            <Heading level={2}>{title}</Heading>
            <Paragraph>{text}</Paragraph>
            <Button
              type="submit"
              name="intent"
              value={intent}
              appearance="secondary-action-button"
              aria-busy={pending || undefined}
            >
              {button}
            </Button>
          </section>
        ))}
      </form>
    </>
  )
}

const otherRole = (role: Role): Role => (role === 'admin' ? 'staff' : 'admin')

function sectionsFor({ name, role, state, twoFactorEnabled }: Props['organiser']): ActionSection[] {
  const otherRoleLabel = roleLabels[otherRole(role)].toLowerCase()
  const changeRole: ActionSection = {
    intent: 'role',
    title: 'Rol',
    text:
      role === 'admin'
        ? 'Een medewerker kan geen organisatoren beheren en niets verwijderen.'
        : 'Een beheerder kan ook organisatoren uitnodigen, hun rol veranderen en dingen verwijderen.',
    button: `Maak ${name} ${otherRoleLabel}`,
  }
  const sections: Record<OrganiserState, ActionSection[]> = {
    active: [changeRole, ...(twoFactorEnabled ? [resetTwoFactorSection(name)] : []), endAccessSection(name)],
    invited: [resendInvitationSection(name), changeRole, withdrawInvitationSection(name)],
    'invitation-expired': [resendInvitationSection(name), changeRole, withdrawInvitationSection(name)],
    ended: [restoreAccessSection(name)],
  }
  return sections[state]
}

const resetTwoFactorSection = (name: string): ActionSection => ({
  intent: 'reset-two-factor',
  title: 'Inloggen in twee stappen',
  text: 'Is iemand de telefoon én de herstelcodes kwijt? Zet het dan uit. Vraag eerst of het echt je collega is die dat wil: bel even.',
  button: `Zet twee stappen uit voor ${name}`,
})

const endAccessSection = (name: string): ActionSection => ({
  intent: 'end',
  title: 'Toegang beëindigen',
  text: 'Dat werkt meteen, overal. Wat deze persoon deed, blijft in het logboek staan. Je kunt later weer toegang geven.',
  button: `Beëindig de toegang van ${name}`,
})

const restoreAccessSection = (name: string): ActionSection => ({
  intent: 'restore',
  title: 'Weer toegang geven',
  text: 'Inloggen kan dan weer met het wachtwoord van eerst.',
  button: `Geef ${name} weer toegang`,
})

const resendInvitationSection = (name: string): ActionSection => ({
  intent: 'resend-invitation',
  title: 'Nieuwe uitnodiging',
  text: 'Er gaat een nieuwe mail uit. De link van eerder werkt dan niet meer.',
  button: `Nodig ${name} opnieuw uit`,
})

const withdrawInvitationSection = (name: string): ActionSection => ({
  intent: 'withdraw',
  title: 'Uitnodiging terugtrekken',
  text: 'De link werkt dan niet meer, en deze persoon verdwijnt uit de lijst.',
  button: `Trek de uitnodiging van ${name} terug`,
})
