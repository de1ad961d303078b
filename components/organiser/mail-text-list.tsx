import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { Flow } from '@/components/layout/flow'
import { Table } from '@/components/layout/table'
import { routes } from '@/lib/platform/routes'
import { kindInWords } from './message-words'
import lines from './rows.module.css'

type Props = { sessionId: string; kinds: readonly string[]; adapted: string[] }

/** Every mail with words that can be adapted, and whether they are. */
export function MailTextList({ sessionId, kinds, adapted }: Props) {
  return (
    <Flow>
      <Heading level={2}>Teksten van de mails</Heading>
      <Paragraph>Bekijk elke mail en pas de tekst aan voor deze kennissessie.</Paragraph>
      <Table caption="Teksten van de mails" hideCaption>
        <thead className={lines.heads}>
          <tr>
            <th scope="col">Mail</th>
            <th scope="col">Tekst</th>
          </tr>
        </thead>
        <tbody className={lines.rows}>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <Link href={routes.mailText(sessionId, kind)}>{kindInWords(kind)}</Link>
              </th>
              <td>{adapted.includes(kind) ? 'aangepast' : 'standaard'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Flow>
  )
}
