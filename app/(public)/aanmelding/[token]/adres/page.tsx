import { Button, Paragraph } from '@utrecht/component-library-react'
import { ActionUnavailable } from '@/app/(public)/aanmelding/[token]/_components/action-unavailable'
import { ownRegistrationPage } from '@/app/(public)/aanmelding/[token]/_lib/own-registration-page'
import { requestEmailChangeAction, withdrawEmailChangeAction } from '@/app/(public)/aanmelding/[token]/actions'
import { FormStatus } from '@/components/form/form-status'
import { ButtonForm } from '@/components/form/submission/button-form'
import { purposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { Callout } from '@/components/ui/callout'
import { retentionPeriods } from '@/lib/platform/env'
import { formatDeadline } from '@/lib/platform/time'
import { findPendingEmailChange } from '@/lib/registrations/self-service/queries'
import { receivesMail } from '@/lib/registrations/self-service/rules'
import { EmailChangeForm } from './_components/email-change-form'

export default async function EmailChangePage({ params, searchParams }: PageProps<'/aanmelding/[token]/adres'>) {
  const { gelukt } = await searchParams
  return ownRegistrationPage(params, async ({ token, registration, status, now }) => {
    const { session, email } = registration
    const page = { token, session, heading: 'Ander e-mailadres' }
    if (!receivesMail(status)) {
      const text = status === 'cancelled' ? cancelledText : sessionCancelledText
      return (
        <ActionUnavailable
          {...page}
          title="Wijzigen kan niet meer"
          reason={{ title: 'Wijzigen kan niet meer.', text }}
        />
      )
    }
    const pending = await findPendingEmailChange(registration, now)
    return (
      <EmailChangeForm
        action={requestEmailChangeAction.bind(null, token)}
        token={token}
        session={session}
        explanations={purposeDisclosures(retentionPeriods())}
        email={email}
        hasPendingRequest={pending !== null}
      >
        {pending ? (
          <PendingEmailChange
            pending={pending}
            email={email}
            isJustRequested={gelukt === 'asked'}
            withdrawAction={withdrawEmailChangeAction.bind(null, token)}
          />
        ) : null}
        {!pending && gelukt === 'withdrawn' ? (
          <FormStatus title={`Je houdt ${email}.`} submission={gelukt}>
            De link in de mail aan het andere adres werkt niet meer.
          </FormStatus>
        ) : null}
      </EmailChangeForm>
    )
  })
}

type PendingProps = {
  pending: { email: string; expiresAt: Date }
  email: string
  isJustRequested: boolean
  withdrawAction: () => Promise<void>
}

/** Shows the requested, unconfirmed e-mail address and a button to keep the current one. */
function PendingEmailChange({ pending, email, isJustRequested, withdrawAction }: PendingProps) {
  const title = 'Bevestig je nieuwe adres.'
  const text = `We mailden ${pending.email}. Open de link in die mail, en druk daarna op de knop op de pagina. Dat kan ${formatDeadline(pending.expiresAt)}. Tot dan gaat alle mail naar ${email}.`
  return (
    <>
      {isJustRequested ? (
        <FormStatus title={title} submission="asked">
          {text}
        </FormStatus>
      ) : (
        <Callout title={title}>{text}</Callout>
      )}
      <Paragraph>
        Niets gezien? Kijk dan ook bij ongewenste mail. Klopt het adres niet? Vul het hieronder opnieuw in.
      </Paragraph>
      <ButtonForm action={withdrawAction}>
        <Button type="submit" appearance="secondary-action-button">
          Laat het zo: houd {email}
        </Button>
      </ButtonForm>
    </>
  )
}

const cancelledText =
  'Je bent afgemeld, en krijgt vanzelf geen mail meer over deze kennissessie. Meld je je opnieuw aan, dan kan dat met een ander adres.'
const sessionCancelledText = 'Deze kennissessie gaat niet door. Je krijgt er vanzelf geen mail meer over.'
