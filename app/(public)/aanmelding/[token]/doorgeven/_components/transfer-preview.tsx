import { Button, Paragraph } from '@utrecht/component-library-react'
import { ConfirmButton, PreviewPanel } from '@/components/form/preview/confirm-panel'
import styles from '@/components/form/preview/preview-panel.module.css'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { TransferInput } from '@/lib/registrations/self-service/schema'

type Props = {
  values: TransferInput
  hasChangedEmail: boolean
  isPending: boolean
  submission: unknown
}

/** Preview of the transfer, inside the form. At a mistyped address a stranger would get the answers. */
export function TransferPreview({ values: { name, email, role }, hasChangedEmail, isPending, submission }: Props) {
  return (
    <PreviewPanel
      title="Klopt dit van je collega?"
      submission={submission}
      staleNotice={hasChangedEmail ? 'Je hebt het e-mailadres veranderd. Er is nog niets doorgegeven.' : null}
    >
      <input type="hidden" name="previewed" value={email} />
      <DescriptionList
        layout="rows"
        items={[
          { term: 'Naam', detail: name },
          { term: 'E-mailadres', detail: email },
          { term: 'Functie', detail: role },
        ]}
      />
      <Paragraph className={styles.text}>
        Kijk vooral het e-mailadres na. Klopt dat niet, dan krijgt iemand anders je plek en je antwoorden. Je kunt het
        zelf niet terugdraaien.
      </Paragraph>
      <ConfirmButton intent="do" pending={isPending}>
        Ja, geef mijn plek door
      </ConfirmButton>
    </PreviewPanel>
  )
}

export function PreviewAgainButton() {
  return (
    <div className={styles.again}>
      <Button type="submit" name="intent" value="preview" appearance="secondary-action-button">
        Verander dit en kijk opnieuw
      </Button>
    </div>
  )
}
