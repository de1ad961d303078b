import { Why } from '@/components/form/why'
import { Flow } from '@/components/layout/flow'
import { AskContact, type Contact } from './ask-contact'

/** Above the button: what is kept, why and how long. */
export function SignUpPrivacy({ session }: { session: Contact & { organisedBy: string } }) {
  return (
    <Flow>
      <Why summary="Wat doen we met je gegevens?">
        We gebruiken wat je invult om deze kennissessie te maken en om je erover te mailen. Alleen de organisatoren van{' '}
        {session.organisedBy} zien je naam en je adres. In de sessie noemen we vragen en gemeenten, geen namen. Wat je
        nodig hebt om mee te doen en je telefoonnummer wissen we vier weken na de sessie. Je naam en je e-mailadres
        wissen we na drie maanden.
      </Why>
      <AskContact question="Kom je er niet uit?" of={session} />
    </Flow>
  )
}
