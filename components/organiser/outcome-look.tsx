import { DoButton, Look } from '@/components/form/look'
import { Note } from '@/components/form/note'
import { DescriptionList } from '@/components/layout/description-list'
import type { TriageState } from '@/lib/questions/schema'
import { type Looks, MailLooks } from './mail-looks'
import { outcomeButton } from './outcome-words'
import { questionCount, stateLabels } from './question-words'
import { people } from './recipient-words'

/** To whom the mails go, as it was at one moment. */
export type OutcomeView = {
  looks: Looks
  recipients: number
  /** How many in each state, those without any left out. */
  states: { state: TriageState; count: number }[]
  /** How many get words of their own. */
  ownTexts: number
  /** How many came in time and read that they were not treated, in our words. */
  broken: number
  /** Comes back with the button, so that nothing goes out but what was looked at. */
  seen: string
}

/** One of the mails, how many people get one, and the button that sends them. Stands inside the form. */
export function OutcomeLook({ look, pending, sending }: { look: OutcomeView; pending: boolean; sending: unknown }) {
  const { looks, recipients, states, ownTexts, broken, seen } = look
  return (
    <Look title={`${people(recipients)} ${recipients === 1 ? 'krijgt' : 'krijgen'} een mail`} sending={sending}>
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="expected" value={recipients} />
      <DescriptionList
        layout="rows"
        items={[
          ...states.map(({ state, count }) => ({ term: stateLabels[state], detail: questionCount(count) })),
          { term: 'Met eigen tekst', detail: questionCount(ownTexts) },
        ]}
      />
      {broken > 0 ? (
        <Note
          tone="alarm"
          lead={`${questionCount(broken)} ${broken === 1 ? 'kwam' : 'kwamen'} op tijd en ${broken === 1 ? 'is' : 'zijn'} niet behandeld.`}
        >
          Schrijf daar iets eigens bij, zodat ze lezen waarom.
        </Note>
      ) : null}
      <MailLooks looks={looks} level={3} />
      <DoButton press="send" pending={pending}>
        {outcomeButton(recipients)}
      </DoButton>
    </Look>
  )
}
