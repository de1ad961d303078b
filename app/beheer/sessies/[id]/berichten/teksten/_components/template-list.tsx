import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminTable } from '@/app/beheer/_components/admin-table'
import { mailKindLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import { Flow } from '@/components/ui/page/flow'
import { routes } from '@/lib/platform/routes'

type Props = { sessionId: string; kinds: readonly string[]; overriddenKinds: string[] }

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
              <Link href={routes.mailTemplate(sessionId, kind)}>{mailKindLabel(kind)}</Link>
            </th>
            <td>{overriddenKinds.includes(kind) ? 'aangepast' : 'standaard'}</td>
          </tr>
        ))}
      </AdminTable>
    </Flow>
  )
}
