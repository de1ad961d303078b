import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { roleHints, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import { Flow } from '@/components/ui/page/flow'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { Role } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

type Props = {
  organiser: { name: string; email: string; role: Role; twoFactorEnabled: boolean }
  hasPassword: boolean
}

/** Details of the organiser's own account, with a link to change each. */
export function AccountDetails({ organiser: { name, email, role, twoFactorEnabled }, hasPassword }: Props) {
  const items = [
    { term: 'Naam', detail: name },
    { term: 'E-mailadres', detail: email },
    { term: 'Rol', detail: `${roleLabels[role]}: ${roleHints[role]}` },
  ]
  return (
    <Flow>
      <DescriptionList layout="rows" items={items} />
      <Paragraph>
        <Link href={routes.accountName()}>Verander je naam</Link>
      </Paragraph>
      <Heading level={2}>Wachtwoord</Heading>
      <Paragraph>
        {hasPassword ? (
          <Link href={routes.accountPassword()}>Verander je wachtwoord</Link>
        ) : (
          <>
            Je logt in met Microsoft en hebt hier geen wachtwoord.{' '}
            <Link href={routes.forgotPassword()}>Kies er een via je mail</Link>
          </>
        )}
      </Paragraph>
      <Heading level={2}>Inloggen in twee stappen</Heading>
      <Paragraph>
        {twoFactorEnabled
          ? 'Dit staat aan. Na je wachtwoord geef je een code uit je app.'
          : 'Dit staat uit. Met twee stappen is je wachtwoord alleen niet genoeg: je geeft ook een code uit een app op je telefoon.'}
      </Paragraph>
      <Paragraph>
        <Link href={routes.twoFactor()}>
          {twoFactorEnabled ? 'Nieuwe herstelcodes, of uitzetten' : 'Zet twee stappen aan'}
        </Link>
      </Paragraph>
    </Flow>
  )
}
