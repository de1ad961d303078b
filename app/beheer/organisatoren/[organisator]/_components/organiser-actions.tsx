'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import { ActionForm } from '@/components/form/submission/action-form'
import type { AccessRefusal } from '@/lib/organisers/access'
import type { OrganiserState } from '@/lib/organisers/rules'
import type { Role } from '@/lib/organisers/schema'
import styles from './organiser-actions.module.css'

export type OrganiserActionState = FormState<null, never, AccessRefusal>
export type OrganiserIntent = 'role' | 'end' | 'restore' | 'resend-invitation' | 'withdraw' | 'reset-two-factor'

type Props = {
  action: FormAction<OrganiserActionState>
  organiser: { name: string; role: Role; state: OrganiserState; twoFactorEnabled: boolean }
  flash: Flash | null
  /** Content below the message about the last change of the organiser and above the buttons. */
  children: ReactNode
}

/** Shows a button for each change that the state of an organiser allows. */
export function OrganiserActions({ action, organiser, flash, children }: Props) {
  const { state, send, refusal } = useFormAction(action, {
    values: null,
    describeRefusal: (reason) => refusals[reason],
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
      <ActionForm send={send}>
        {/* The new role is submitted, not toggled: pressing the button twice does not change the role back. */}
        <input type="hidden" name="role" value={otherRole(organiser.role)} />
        {sectionsFor(organiser).map(([intent, { title, text, button }]) => (
          <section key={intent} className={styles.section}>
            <Heading level={2}>{title}</Heading>
            <Paragraph>{text}</Paragraph>
            <FormButton intent={intent}>{button}</FormButton>
          </section>
        ))}
      </ActionForm>
    </>
  )
}

const otherRole = (role: Role): Role => (role === 'admin' ? 'staff' : 'admin')

const intents: Record<OrganiserState, OrganiserIntent[]> = {
  active: ['role', 'reset-two-factor', 'end'],
  invited: ['resend-invitation', 'role', 'withdraw'],
  'invitation-expired': ['resend-invitation', 'role', 'withdraw'],
  ended: ['restore'],
}

function sectionsFor({ name, role, state, twoFactorEnabled }: Props['organiser']) {
  const sections: Record<OrganiserIntent, { title: string; text: string; button: string }> = {
    role: {
      title: 'Rol',
      text:
        role === 'admin'
          ? 'Een medewerker kan geen organisatoren beheren en niets verwijderen.'
          : 'Een beheerder kan ook organisatoren uitnodigen, hun rol veranderen en dingen verwijderen.',
      button: `Maak ${name} ${roleLabels[otherRole(role)].toLowerCase()}`,
    },
    'reset-two-factor': {
      title: 'Inloggen in twee stappen',
      text: 'Is iemand de telefoon én de herstelcodes kwijt? Zet het dan uit. Vraag eerst of het echt je collega is die dat wil: bel even.',
      button: `Zet twee stappen uit voor ${name}`,
    },
    end: {
      title: 'Toegang beëindigen',
      text: 'Dat werkt meteen, overal. Wat deze persoon deed, blijft in het logboek staan. Je kunt later weer toegang geven.',
      button: `Beëindig de toegang van ${name}`,
    },
    restore: {
      title: 'Weer toegang geven',
      text: 'Inloggen kan dan weer met het wachtwoord van eerst.',
      button: `Geef ${name} weer toegang`,
    },
    'resend-invitation': {
      title: 'Nieuwe uitnodiging',
      text: 'Er gaat een nieuwe mail uit. De link van eerder werkt dan niet meer.',
      button: `Nodig ${name} opnieuw uit`,
    },
    withdraw: {
      title: 'Uitnodiging terugtrekken',
      text: 'De link werkt dan niet meer, en deze persoon verdwijnt uit de lijst.',
      button: `Trek de uitnodiging van ${name} terug`,
    },
  }
  return intents[state]
    .filter((intent) => intent !== 'reset-two-factor' || twoFactorEnabled)
    .map((intent) => [intent, sections[intent]] as const)
}

const refusals: Record<AccessRefusal, Flash> = {
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
