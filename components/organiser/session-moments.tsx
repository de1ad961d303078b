import { Link, Paragraph } from '@utrecht/component-library-react'
import { DescriptionList } from '@/components/layout/description-list'
import { routes } from '@/lib/platform/routes'
import { hasBeen, type SessionMoments } from '@/lib/sessions/rules'
import { EditPart } from './edit-part'
import { momentsInWords } from './move-words'
import styles from './session-moments.module.css'

type Props = { session: SessionMoments & { id: string }; now: Date }

/** The moments of a kennissessie, and the ways to change them or to cancel it, or why those are closed. */
export function SessionMomentsPart({ session, now }: Props) {
  const items = momentsInWords(session).map(({ term, words }) => ({ term, detail: sentence(words) }))
  return (
    <EditPart id="momenten" title="Datum en termijnen">
      <DescriptionList layout="rows" items={items} />
      {session.cancelledAt ? (
        <Paragraph className={styles.closed}>Verplaatsen kan niet meer nu hij is vervallen.</Paragraph>
      ) : (
        <ul className={styles.ways}>
          <li>
            <Link href={routes.moveSession(session.id)}>Verplaatsen</Link>
            <span>Een andere dag of tijd, of andere termijnen.</span>
          </li>
          <li>
            {hasBeen(session, now) ? (
              <span>Laten vervallen kan niet meer: deze kennissessie is geweest.</span>
            ) : (
              <>
                <Link href={routes.cancelSession(session.id)}>Laten vervallen</Link>
                <span>Iedereen die is aangemeld, krijgt een mail.</span>
              </>
            )}
          </li>
        </ul>
      )}
    </EditPart>
  )
}

const sentence = (words: string) => words.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
