import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminTable, ShortDateTime, smallPrint } from '@/app/beheer/_components/admin-table'
import { Options } from '@/app/beheer/_components/form/options'
import navStyles from '@/app/beheer/sessies/[id]/_components/filter-nav.module.css'
import { messageStateLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import { SelectField } from '@/components/form/fields/select-field'
import { TextField } from '@/components/form/fields/text-field'
import lines from '@/components/ui/table-rows.module.css'
import { mailKindLabel, mailKinds, sessionKinds } from '@/lib/notifications/kinds/registry'
import type { MessageFilterState } from '@/lib/outbox/message-filter'
import type { countMessagesByState, listSessionMessages } from '@/lib/outbox/message-queries'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import { messageListQuery } from '../_lib/parse-message-filter'
import styles from './message-list.module.css'

type Filter = { show?: MessageFilterState; kind?: MessageKind; search?: string }

const kindOptions = sessionKinds.map((kind) => ({ value: mailKinds[kind].slug, label: mailKindLabel(kind) }))

/** Shows the fields to search the mails by recipient and kind. Submits them as a GET form. */
export function MessageSearch({ sessionId, filter: { show, kind, search } }: { sessionId: string; filter: Filter }) {
  return (
    <search>
      <form action={routes.messages(sessionId)} className={styles.form}>
        {show ? <input type="hidden" name="stand" value={show} /> : null}
        <TextField
          id="veld-zoek"
          name="zoek"
          label="Aan wie?"
          required={null}
          defaultValue={search ?? ''}
          inputProps={{ autoComplete: 'off', spellCheck: false }}
        />
        <SelectField
          id="veld-soort"
          name="soort"
          label="Welke mail?"
          required={null}
          defaultValue={kind ? mailKinds[kind].slug : ''}
        >
          <option value="">Alle mails</option>
          <Options options={kindOptions} />
        </SelectField>
        <Button type="submit" appearance="secondary-action-button">
          Zoek
        </Button>
      </form>
    </search>
  )
}

const stateLabels = {
  waiting: 'Gepland',
  sent: 'Verstuurd',
  failed: 'Mislukt',
  double: 'Mogelijk dubbel',
  cancelled: 'Niet verstuurd',
} as const

type StateFilterProps = {
  sessionId: string
  filter: Filter
  /** Number of mails in each state that match the kind and the search of `filter`. */
  counts: Awaited<ReturnType<typeof countMessagesByState>>
}

/**
 * Shows a link to the mails in each state, with their number. The links keep kind and search. Omits empty states, except
 * the current one.
 */
export function MessageStateFilter({ sessionId, filter: { show, ...kept }, counts }: StateFilterProps) {
  const pathTo = (state?: MessageFilterState) =>
    routes.messages(sessionId, messageListQuery({ ...kept, ...(state && { show: state }) }))
  const states = (Object.keys(stateLabels) as MessageFilterState[]).filter(
    (state) => counts[state] > 0 || state === show,
  )
  return (
    <nav aria-label="Welke berichten">
      <ul className={navStyles.filter}>
        <li>
          <Link href={pathTo()} aria-current={show ? undefined : 'page'}>
            Alle
          </Link>
        </li>
        {states.map((state) => (
          <li key={state}>
            <Link href={pathTo(state)} aria-current={state === show ? 'page' : undefined}>
              {stateLabels[state]} ({counts[state].toLocaleString('nl-NL')})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type TableProps = { sessionId: string } & Awaited<ReturnType<typeof listSessionMessages>>

/** Shows one page of the mails of a session. */
export function MessagesTable({ sessionId, rows, page, pages }: TableProps) {
  if (rows.length === 0) return <Paragraph>Er zijn geen berichten, of geen die je zoekt.</Paragraph>
  return (
    <AdminTable
      caption={pages > 1 ? `Berichten, pagina ${page} van ${pages}` : 'Berichten, de nieuwste bovenaan'}
      columns={['Bericht', 'Aan', 'Stand', 'Wanneer']}
    >
      {rows.map(({ id, kind, to, at, customMessageSubject, ...status }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={routes.message(sessionId, id)}>
              {mailKindLabel(kind)}
              <span className="visually-hidden">
                {' '}
                aan <bdi>{to.name}</bdi>
              </span>
            </Link>
            {customMessageSubject ? (
              <>
                <br />
                <span className={smallPrint}>{customMessageSubject}</span>
              </>
            ) : null}
          </th>
          <td>
            <bdi>{to.name}</bdi>
            <br />
            <span className={smallPrint}>{to.address}</span>
          </td>
          <td>{messageStateLabel(status)}</td>
          <td>
            <ShortDateTime value={at} className={lines.moment} />
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
