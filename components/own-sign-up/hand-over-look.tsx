import { Button, Paragraph } from '@utrecht/component-library-react'
import { DoButton, Look } from '@/components/form/look'
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
      title="Klopt dit?"
      sending={sending}
      again={again ? 'Je hebt het e-mailadres veranderd. Er is nog niets doorgegeven.' : null}
    >
      <input type="hidden" name="looked" value={email} />
      <DescriptionList
        layout="rows"
        items={[
          { term: 'Naam van je collega', detail: name },
          { term: 'E-mailadres van je collega', detail: email },
          { term: 'Functie van je collega', detail: role },
        ]}
      />
      <Paragraph>
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
    <Button type="submit" name="press" value="look" appearance="secondary-action-button">
      Verander dit en kijk opnieuw
    </Button>
  )
}
