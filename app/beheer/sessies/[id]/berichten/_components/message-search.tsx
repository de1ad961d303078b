import { Button } from '@utrecht/component-library-react'
import { Options } from '@/app/beheer/_components/form/options'
import { SelectField } from '@/components/form/fields/select-field'
import { TextField } from '@/components/form/fields/text-field'
import { mailKindLabel, mailKinds, sessionKinds } from '@/lib/notifications/kinds/registry'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import styles from './message-search.module.css'

const kinds = sessionKinds.map((kind) => ({ value: mailKinds[kind].slug, label: mailKindLabel(kind) }))

type Props = { sessionId: string; show: string | null; kind: MessageKind | null; search: string }

/** Searches mails by recipient and kind, in the query of the page. */
export function MessageSearch({ sessionId, show, kind, search }: Props) {
  return (
    <search>
      <form action={routes.messages(sessionId)} className={styles.form}>
        {show ? <input type="hidden" name="stand" value={show} /> : null}
        <TextField
          id="veld-zoek"
          name="zoek"
          label="Aan wie?"
          required={null}
          defaultValue={search}
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
          <Options options={kinds} />
        </SelectField>
        <Button type="submit" appearance="secondary-action-button">
          Zoek
        </Button>
      </form>
    </search>
  )
}
