import { Button, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { Outcome } from '@/components/form/outcome'
import type { AddressDone } from '@/lib/platform/routes'
import { untilInWords } from '@/lib/platform/time'

type Props = {
  /** The address that waits for its owner, and until when. */
  pending: { email: string; expiresAt: Date } | null
  /** The address of now. */
  email: string
  /** What has just been done here. */
  done: AddressDone | null
  keep: () => Promise<void>
}

/** That a mail went to another address and waits to be confirmed, with a way back; or that the old one stays. */
export function PendingAddress({ pending, email, done, keep }: Props) {
  if (!pending && done === 'withdrawn') {
    return (
      <Outcome lead={`Je houdt ${email}.`} sending={done}>
        De link in de mail aan het andere adres werkt niet meer.
      </Outcome>
    )
  }
  if (!pending) return null
  const text = `We mailden ${pending.email}. Open de link in die mail, en druk daarna op de knop op de pagina. Dat kan ${untilInWords(pending.expiresAt)}. Tot dan gaat alle mail naar ${email}.`
  const lead = 'Bevestig je nieuwe adres.'
  return (
    <>
      {done === 'asked' ? (
        <Outcome lead={lead} sending={done}>
          {text}
        </Outcome>
      ) : (
        <Note lead={lead}>{text}</Note>
      )}
      <Paragraph>
        Niets gezien? Kijk dan ook bij ongewenste mail. Klopt het adres niet? Vul het hieronder opnieuw in.
      </Paragraph>
      <form action={keep}>
        <Button type="submit" appearance="secondary-action-button">
          Laat het zo: houd {email}
        </Button>
      </form>
    </>
  )
}
