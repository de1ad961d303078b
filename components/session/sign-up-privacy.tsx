import { Link, Paragraph } from '@utrecht/component-library-react'
import { Why } from '@/components/form/why'
import { Flow } from '@/components/layout/flow'

type Props = { session: { organisedBy: string; contactName: string; contactEmail: string } }

/** Above the button: what is kept, why and how long, in the words of the first kennissessie's facts. */
export function SignUpPrivacy({ session }: Props) {
  return (
    <Flow>
      <Why summary="Wat doen we met je gegevens?">
        We gebruiken wat je invult om deze kennissessie te maken en om je erover te mailen. Alleen de organisatoren van{' '}
        {session.organisedBy} zien je naam en je adres. In de sessie noemen we vragen en gemeenten, geen namen. Wat je
        nodig hebt om mee te doen en je telefoonnummer wissen we vier weken na de sessie. Je naam en je e-mailadres
        wissen we na drie maanden.
      </Why>
      <Paragraph>
        Kom je er niet uit? Mail {session.contactName}:{' '}
        <Link href={`mailto:${session.contactEmail}`}>{session.contactEmail}</Link>.
      </Paragraph>
    </Flow>
  )
}
