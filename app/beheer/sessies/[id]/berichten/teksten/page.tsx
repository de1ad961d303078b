import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminTable } from '@/app/beheer/_components/admin-table'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { Flow } from '@/components/ui/page/flow'
import { adaptableKinds, mailKindLabel, mailKinds } from '@/lib/notifications/kinds/registry'
import { listOverriddenKinds } from '@/lib/notifications/template-overrides'
import { routes } from '@/lib/platform/routes'

export default async function TemplatesPage({ params }: PageProps<'/beheer/sessies/[id]/berichten/teksten'>) {
  const page = await loadSessionPage(params, routes.mailTemplates)
  const sessionId = page.session.id
  const overriddenKinds = await listOverriddenKinds(sessionId)
  return (
    <AdminSessionPage {...page} current="messages" title="Teksten van de mails">
      <Flow>
        <Heading level={2}>Teksten van de mails</Heading>
        <Paragraph>Bekijk elke mail en pas de tekst aan voor deze kennissessie.</Paragraph>
        <AdminTable caption="Teksten van de mails" columns={['Mail', 'Tekst']}>
          {adaptableKinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <Link href={routes.mailTemplate(sessionId, mailKinds[kind].slug)}>{mailKindLabel(kind)}</Link>
              </th>
              <td>{overriddenKinds.includes(kind) ? 'aangepast' : 'standaard'}</td>
            </tr>
          ))}
        </AdminTable>
      </Flow>
    </AdminSessionPage>
  )
}
