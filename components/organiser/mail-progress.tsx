import { Link } from '@utrecht/component-library-react'
import { KeepFresh } from './keep-fresh'

export type Progress = { total: number; sent: number; left: number }

/** How far a mail to many has come, kept fresh for as long as some of it is on its way. */
export function MailProgress({ progress: { total, sent, left } }: { progress: Progress }) {
  const missed = total - sent - left
  return (
    <>
      {number(sent)} van {number(total)} verstuurd.
      {missed > 0 ? ` ${number(missed)} niet verstuurd: kijk bij de berichten waarom.` : null}
      {left > 0 ? (
        <>
          {' '}
          Je kunt deze pagina sluiten: het versturen gaat door. <Link href="">Werk de stand bij</Link>
          <KeepFresh seconds={2} />
        </>
      ) : null}
    </>
  )
}

const number = (count: number) => count.toLocaleString('nl-NL')
