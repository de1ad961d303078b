'use client'

import { Button, Heading, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useActionState } from 'react'
import type { OrganiserState } from '@/lib/organisers/rules'
import type { Role } from '@/lib/organisers/schema'
import { FormHead, type News } from './form-head'
import { type PersonRefusal, personRefusals, roleLabels } from './people-words'
import styles from './person-actions.module.css'

export type PersonState = { status: 'idle' } | { status: 'refused'; reason: PersonRefusal }
export type PersonPress = 'role' | 'end' | 'restore' | 'invite-again' | 'withdraw' | 'reset-two-step'

type Props = {
  action: (previous: PersonState, form: FormData) => Promise<PersonState>
  person: { name: string; role: Role; state: OrganiserState; twoFactorEnabled: boolean }
  done: News | null
  /** Stands between the news and the buttons. */
  children: ReactNode
}

type Deed = { press: PersonPress; title: string; text: string; button: string }

/** What can be done with somebody's access as it stands; each button says what happens, and to whom. */
export function PersonActions({ action, person, done, children }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  return (
    <>
      <FormHead
        title={person.name}
        errors={{}}
        refusal={state.status === 'refused' ? personRefusals[state.reason] : null}
        done={state.status === 'idle' ? done : null}
        sending={state.status === 'idle' ? done : state}
      />
      {children}
      <form action={send}>
        {/* The role that somebody was shown: pressing twice, or after somebody else did, changes nothing back. */}
        <input type="hidden" name="role" value={otherRole(person.role)} />
        {deedsFor(person).map(({ press, title, text, button }) => (
          <section key={press} className={styles.deed}>
            <Heading level={2}>{title}</Heading>
            <Paragraph>{text}</Paragraph>
            <Button
              type="submit"
              name="press"
              value={press}
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

function deedsFor({ name, role, state, twoFactorEnabled }: Props['person']): Deed[] {
  const other = roleLabels[otherRole(role)].toLowerCase()
  const changeRole: Deed = {
    press: 'role',
    title: 'Rol',
    text:
      role === 'admin'
        ? 'Een medewerker kan geen organisatoren beheren en niets verwijderen.'
        : 'Een beheerder kan ook organisatoren uitnodigen, hun rol veranderen en dingen verwijderen.',
    button: `Maak ${name} ${other}`,
  }
  const deeds: Record<OrganiserState, Deed[]> = {
    active: [changeRole, ...(twoFactorEnabled ? [resetTwoStep(name)] : []), endAccess(name)],
    invited: [inviteAgain(name), changeRole, withdraw(name)],
    'invitation-expired': [inviteAgain(name), changeRole, withdraw(name)],
    ended: [restore(name)],
  }
  return deeds[state]
}

const resetTwoStep = (name: string): Deed => ({
  press: 'reset-two-step',
  title: 'Inloggen in twee stappen',
  text: 'Is iemand de telefoon én de herstelcodes kwijt? Zet het dan uit. Vraag eerst of het echt je collega is die dat wil: bel even.',
  button: `Zet twee stappen uit voor ${name}`,
})

const endAccess = (name: string): Deed => ({
  press: 'end',
  title: 'Toegang beëindigen',
  text: 'Dat werkt meteen, overal. Wat deze persoon deed, blijft in het logboek staan. Je kunt later weer toegang geven.',
  button: `Beëindig de toegang van ${name}`,
})

const restore = (name: string): Deed => ({
  press: 'restore',
  title: 'Weer toegang geven',
  text: 'Inloggen kan dan weer met het wachtwoord van eerst.',
  button: `Geef ${name} weer toegang`,
})

const inviteAgain = (name: string): Deed => ({
  press: 'invite-again',
  title: 'Nieuwe uitnodiging',
  text: 'Er gaat een nieuwe mail uit. De link van eerder werkt dan niet meer.',
  button: `Nodig ${name} opnieuw uit`,
})

const withdraw = (name: string): Deed => ({
  press: 'withdraw',
  title: 'Uitnodiging terugtrekken',
  text: 'De link werkt dan niet meer, en deze persoon verdwijnt uit de lijst.',
  button: `Trek de uitnodiging van ${name} terug`,
})
