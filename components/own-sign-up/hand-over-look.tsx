import { Button, Paragraph } from '@utrecht/component-library-react'
import { DoButton, Look } from '@/components/form/look'
import styles from '@/components/form/look.module.css'
import { DescriptionList } from '@/components/layout/description-list'
import type { HandOverInput } from '@/lib/own-sign-up/schema'

type Props = {
  values: HandOverInput
  again: boolean
  pending: boolean
  sending: unknown
}

/** Who gets the place, before they do: at a mistyped address a stranger would read the answers. Stands inside the form. */
export function HandOverLook({ values: { name, email, role }, again, pending, sending }: Props) {
  return (
    <Look
      title="Klopt dit van je collega?"
      sending={sending}
      again={again ? 'Je hebt het e-mailadres veranderd. Er is nog niets doorgegeven.' : null}
    >
      <input type="hidden" name="looked" value={email} />
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
      <DoButton press="do" pending={pending}>
        Ja, geef mijn plek door
      </DoButton>
    </Look>
  )
}

/** What stands below can still be changed. */
export function LookAgainButton() {
  return (
    <div className={styles.again}>
      <Button type="submit" name="press" value="look" appearance="secondary-action-button">
        Verander dit en kijk opnieuw
      </Button>
    </div>
  )
}
