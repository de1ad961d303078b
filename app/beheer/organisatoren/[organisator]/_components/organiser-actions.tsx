'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { type OrganiserRefusal, organiserRefusals, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import type { OrganiserState } from '@/lib/organisers/rules'
import type { Role } from '@/lib/organisers/schema'
import styles from './organiser-actions.module.css'

export type OrganiserActionState = FormState<null, never, OrganiserRefusal>
export type OrganiserIntent = 'role' | 'end' | 'restore' | 'resend-invitation' | 'withdraw' | 'reset-two-factor'

type Props = {
  action: FormAction<OrganiserActionState>
  organiser: { name: string; role: Role; state: OrganiserState; twoFactorEnabled: boolean }
  flash: Flash | null
  /** Content between the result message and the buttons. */
  children: ReactNode
}

type ActionSection = { intent: OrganiserIntent; title: string; text: string; button: string }

/** The changes that the current access of an organiser allows. */
export function OrganiserActions({ action, organiser, flash, children }: Props) {
  const { state, send, refusal } = useFormAction(action, {
    values: null,
    describeRefusal: (reason) => organiserRefusals[reason],
  })
  return (
    <>
      <FormFeedback
        pageTitle={organiser.name}
        refusal={refusal}
        success={state.status === 'idle' ? flash : null}
        submission={state.status === 'idle' ? flash : state}
      />
      {children}
      <form action={send}>
        {/* The new role, fixed by what was shown: a second press does not change it back. */}
        <input type="hidden" name="role" value={otherRole(organiser.role)} />
        {sectionsFor(organiser).map(({ intent, title, text, button }) => (
          <section key={intent} className={styles.deed}>
            <Heading level={2}>{title}</Heading>
            <Paragraph>{text}</Paragraph>
            <FormButton intent={intent}>{button}</FormButton>
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
