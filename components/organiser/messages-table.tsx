import { Link, Paragraph } from '@utrecht/component-library-react'
import { Table } from '@/components/layout/table'
import type { MessageState } from '@/lib/messages/rules'
import { routes } from '@/lib/platform/routes'
import { isoLocal, shortDateTime } from '@/lib/platform/time'
import { kindInWords, stateInWords } from './message-words'
import lines from './rows.module.css'

export type MessageRow = {
  id: string
  kind: string
  state: MessageState
  at: Date
  maybeDuplicate: boolean
  dropReason: string | null
  /** Of what an organiser wrote, with its placeholders. */
  letterSubject: string | null
  to: { name: string; address: string }
}

type Props = { sessionId: string; rows: MessageRow[]; page: number; pages: number }

/** The mails about a kennissessie, one page of them. */
export function MessagesTable({ sessionId, rows, page, pages }: Props) {
  if (rows.length === 0) return <Paragraph>Er zijn geen berichten, of geen die je zoekt.</Paragraph>
  return (
    <Table
      caption={pages > 1 ? `Berichten, pagina ${page} van ${pages}` : 'Berichten, de nieuwste bovenaan'}
      hideCaption
    >
      <thead className={lines.heads}>
        <tr>
          <th scope="col">Bericht</th>
          <th scope="col">Aan</th>
          <th scope="col">Stand</th>
          <th scope="col">Wanneer</th>
        </tr>
      </thead>
      <tbody className={lines.rows}>
        {rows.map(({ id, kind, to, at, letterSubject, ...standing }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={routes.message(sessionId, id)}>
                {kindInWords(kind)}
                <span className="visually-hidden"> aan {to.name}</span>
              </Link>
              {letterSubject ? (
                <>
                  <br />
                  <span className={lines.small}>{letterSubject}</span>
                </>
              ) : null}
            </th>
            <td>
              {to.name}
              <br />
              <span className={lines.small}>{to.address}</span>
            </td>
            <td>{stateInWords(standing)}</td>
            <td>
              <time dateTime={isoLocal(at)} className={lines.moment}>
                {shortDateTime(at)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
