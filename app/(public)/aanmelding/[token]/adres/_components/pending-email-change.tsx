import { Button, Paragraph } from '@utrecht/component-library-react'
import { FormStatus } from '@/components/form/form-status'
import { Callout } from '@/components/ui/callout'
import type { EmailChangeFlash } from '@/lib/platform/routes'
import { formatDeadline } from '@/lib/platform/time'

type Props = {
  /** The unconfirmed new address, and until when it can be confirmed. */
  pending: { email: string; expiresAt: Date } | null
  email: string
  flash: EmailChangeFlash | null
  withdrawAction: () => Promise<void>
}

/** The pending request with a button to withdraw it, or the confirmation of a withdrawal. Empty without either. */
export function PendingEmailChange({ pending, email, flash, withdrawAction }: Props) {
  if (!pending && flash === 'withdrawn') {
    return (
      <FormStatus title={`Je houdt ${email}.`} submission={flash}>
        De link in de mail aan het andere adres werkt niet meer.
      </FormStatus>
    )
  }
  if (!pending) return null
  const text = `We mailden ${pending.email}. Open de link in die mail, en druk daarna op de knop op de pagina. Dat kan ${formatDeadline(pending.expiresAt)}. Tot dan gaat alle mail naar ${email}.`
  const title = 'Bevestig je nieuwe adres.'
  return (
    <>
      {flash === 'asked' ? (
        <FormStatus title={title} submission={flash}>
          {text}
        </FormStatus>
      ) : (
        <Callout title={title}>{text}</Callout>
      )}
      <Paragraph>
        Niets gezien? Kijk dan ook bij ongewenste mail. Klopt het adres niet? Vul het hieronder opnieuw in.
      </Paragraph>
      <form action={withdrawAction}>
        <Button type="submit" appearance="secondary-action-button">
          Laat het zo: houd {email}
        </Button>
      </form>
    </>
  )
}
