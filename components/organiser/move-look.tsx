import { Paragraph } from '@utrecht/component-library-react'
import { DoButton, Look } from '@/components/form/look'
import styles from '@/components/form/look.module.css'
import { Note } from '@/components/form/note'
import { RadioGroup } from '@/components/form/radio-group'
import { DescriptionList } from '@/components/layout/description-list'
import { canTell, hasBeen, stampOf, whatMoves } from '@/lib/sessions/rules'
import type { SessionTimes } from '@/lib/sessions/schema'
import { type Looks, MailLooks } from './mail-looks'
import { kindInWords } from './message-words'
import { momentsInWords, type OffersAtOnce, offersInWords } from './move-words'
import { ofWhomWait, people } from './recipient-words'

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
  /** The agenda is with everybody already. */
  released: boolean
  /** What else goes out at once, because its moment has come then. */
  due: { kind: string; recipients: number }[]
  /** What another closing of sign-up does to who waits for a place. */
  offers: OffersAtOnce
  /** A mark of both, which comes back with the button. */
  dueMark: string
}

type Props = {
  look: MoveView
  who: string
  /** How to mend the choice of who gets a mail. */
  error?: string
  /** The button was pressed, and something else was filled in or goes out than what had been looked at. */
  again: 'edited' | 'due-changed' | null
  pending: boolean
  sending: unknown
}

const reasons = {
  edited: 'Je hebt iets veranderd. Er is nog niets bewaard. Kijk of het zo klopt.',
  'due-changed': 'Er is net iets veranderd aan wat er meteen uitgaat, dus er is niets bewaard. Kijk nog een keer.',
} as const

/** What was and what will be, who is told, and the button that does it. Stands inside the form. */
export function MoveLook({ look, who, error, again, pending, sending }: Props) {
  const { before, after, recipients, lookedAt, looks, due, offers, dueMark } = look
  const aboutPlaces = offersInWords(offers, after)
  const tells = canTell(look, lookedAt)
  const session = whatMoves(before, after) === 'session'
  return (
    <Look title="Dit gaat er veranderen" sending={sending} again={again && reasons[again]}>
      <input type="hidden" name="looked" value={stampOf(after)} />
      <input type="hidden" name="expected" value={recipients} />
      <input type="hidden" name="due" value={dueMark} />
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
      {session && look.released ? (
        <Note lead="De link en de agenda zijn al vrijgegeven.">
          Noemt de agenda tijden? Pas hem daarna aan bij “Vrijgeven”. In de mail over de verplaatsing staat hij niet.
        </Note>
      ) : null}
      {due.length > 0 ? <DueMail due={due} /> : null}
      {aboutPlaces.length > 0 ? (
        <Note tone="alarm" lead="Dit gebeurt daarna vanzelf met de wachtlijst.">
          {aboutPlaces.join(' ')}
        </Note>
      ) : null}
      <DoButton press="move" pending={pending}>
        {session ? 'Verplaatsen' : 'Termijnen veranderen'}
      </DoButton>
    </Look>
  )
}

/** What goes out by itself as soon as this is saved, whoever is to hear of the move. */
function DueMail({ due }: Pick<MoveView, 'due'>) {
  return (
    <Note tone="alarm" lead="Dit gaat daarna meteen vanzelf uit, ook als je hierboven “Niemand” kiest.">
      {due.map(({ kind, recipients }) => `${kindInWords(kind)}: ${people(recipients)}`).join('. ')}. Wil je dat niet?
      Zet die mail dan eerst uit bij “Mails die vanzelf gaan”.
    </Note>
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
    return `${signedUp} Hierover gaat geen mail uit: de dag en de tijd blijven gelijk. Wie al is aangemeld, blijft “op tijd” of “later”.`
  }
  return hasBeen(after, lookedAt) ? `${signedUp} Over de verplaatsing gaat geen mail uit: het is al geweest.` : signedUp
}
