import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminTable } from '@/app/beheer/_components/admin-table'
import { Flow } from '@/components/ui/page/flow'
import { mailKindLabel, mailKinds } from '@/lib/notifications/kinds/registry'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'

type Props = { sessionId: string; kinds: readonly MessageKind[]; overriddenKinds: MessageKind[] }

/** The mails with a text that organisers can override, and whether they did. */
export function TemplateList({ sessionId, kinds, overriddenKinds }: Props) {
  return (
    <Flow>
      <Heading level={2}>Teksten van de mails</Heading>
      <Paragraph>Bekijk elke mail en pas de tekst aan voor deze kennissessie.</Paragraph>
      <AdminTable caption="Teksten van de mails" columns={['Mail', 'Tekst']}>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">
              <Link href={routes.mailTemplate(sessionId, mailKinds[kind].slug)}>{mailKindLabel(kind)}</Link>
            </th>
            <td>{overriddenKinds.includes(kind) ? 'aangepast' : 'standaard'}</td>
          </tr>
        ))}
      </AdminTable>
    </Flow>
  )
}
