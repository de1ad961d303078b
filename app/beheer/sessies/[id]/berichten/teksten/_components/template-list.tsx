import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { Flow } from '@/components/ui/page/flow'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { mailKindLabel, mailKinds } from '@/lib/notifications/kinds/registry'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'

type Props = { sessionId: string; kinds: readonly MessageKind[]; overriddenKinds: MessageKind[] }

/** Every mail with words that can be adapted, and whether they are. */
export function TemplateList({ sessionId, kinds, overriddenKinds }: Props) {
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
                <Link href={routes.mailTemplate(sessionId, mailKinds[kind].slug)}>{mailKindLabel(kind)}</Link>
              </th>
              <td>{overriddenKinds.includes(kind) ? 'aangepast' : 'standaard'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Flow>
  )
}
