import { Button, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { RadioGroup } from '@/components/form/radio-group'
import { DescriptionList } from '@/components/layout/description-list'
import { canTell, hasBeen, stampOf, whatMoves } from '@/lib/sessions/rules'
import type { SessionTimes } from '@/lib/sessions/schema'
import { ofWhomWait } from './cancel-words'
import { Look } from './look'
import styles from './look.module.css'
import { type Looks, MailLooks } from './mail-looks'
import { momentsInWords } from './move-words'
import { people } from './release-words'

/** What a move would do, as it was at one moment. */
export type MoveView = {
  before: SessionTimes
  after: SessionTimes
  /** How many people are signed up; `waiting` of them stand on the waiting list. */
  recipients: number
  waiting: number
  lookedAt: Date
  /** The mail about it. */
  looks: Looks
}

type Props = {
  look: MoveView
  who: string
  /** How to mend the choice of who gets a mail. */
  error?: string
  /** The button was pressed, and something else was filled in than what had been looked at. */
  again: boolean
  pending: boolean
  sending: unknown
}

const changedMeanwhile = 'Je hebt iets veranderd. Er is nog niets bewaard. Kijk of het zo klopt.'

/** What was and what will be, who is told, and the button that does it. Stands inside the form. */
export function MoveLook({ look, who, error, again, pending, sending }: Props) {
  const { before, after, recipients, lookedAt, looks } = look
  const tells = canTell(look, lookedAt)
  const session = whatMoves(before, after) === 'session'
  return (
    <Look title="Dit gaat er veranderen" sending={sending} again={again ? changedMeanwhile : null}>
      <input type="hidden" name="looked" value={stampOf(after)} />
      <input type="hidden" name="expected" value={recipients} />
      <DescriptionList layout="rows" items={changes(look)} />
      {session && lookedAt >= after.startsAt ? (
        <Note tone="alarm" lead={hasBeen(after, lookedAt) ? 'Dit moment is al voorbij.' : 'Dit moment is al begonnen.'}>
          Kijk na of dat klopt.
        </Note>
      ) : null}
      <Paragraph className={styles.text}>{whoKnows(look)}</Paragraph>
      {tells ? (
        <>
          <RadioGroup
            id="veld-who"
            name="who"
            label="Wie krijgt er een mail over?"
            hint="In de mail staat wat het was en wat het wordt, met een nieuwe afspraak voor de agenda. Zonder mail blijft het oude moment in hun agenda staan."
            defaultValue={who}
            error={error}
            options={[
              { value: 'all', label: `Iedereen die is aangemeld: ${people(recipients)}` },
              { value: 'nobody', label: 'Niemand' },
            ]}
          />
          <MailLooks looks={looks} level={3} />
        </>
      ) : null}
      <Button
        type="submit"
        name="press"
        value="move"
        appearance="primary-action-button"
        className={styles.button}
        aria-busy={pending || undefined}
      >
        {session ? 'Verplaatsen' : 'Termijnen veranderen'}
      </Button>
    </Look>
  )
}

function changes({ before, after, lookedAt }: MoveView) {
  const was = momentsInWords(before)
  const passed = {
    session: false,
    deadline: lookedAt >= after.questionDeadlineAt,
    closing: lookedAt >= after.registrationClosesAt,
  }
  return momentsInWords(after).map(({ key, term, words }, index) => {
    const old = was[index]?.words
    return {
      term,
      detail: (
        <>
          {old === words ? (
            <span className={styles.will}>Blijft {words}</span>
          ) : (
            <>
              <span className={styles.was}>Was {old}</span>
              <strong className={styles.will}>Wordt {words}</strong>
            </>
          )}
          {passed[key] ? <span className={styles.passed}>Dat is al voorbij.</span> : null}
        </>
      ),
    }
  })
}

function whoKnows({ before, after, recipients, waiting, lookedAt }: MoveView): string {
  if (recipients === 0) return 'Er is nog niemand aangemeld. Er gaat geen mail uit.'
  const count = recipients === 1 ? 'Er is 1 persoon aangemeld.' : `Er zijn ${people(recipients)} aangemeld.`
  const signedUp = waiting > 0 ? `${count} ${ofWhomWait(waiting)}` : count
  if (whatMoves(before, after) === 'deadlines') {
    return `${signedUp} Er gaat geen mail uit: de dag en de tijd blijven gelijk. Wie al is aangemeld, blijft “op tijd” of “later”.`
  }
  return hasBeen(after, lookedAt) ? `${signedUp} Er gaat geen mail uit over iets dat al is geweest.` : signedUp
}
