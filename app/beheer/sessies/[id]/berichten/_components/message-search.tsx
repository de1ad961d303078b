import { Button } from '@utrecht/component-library-react'
import { SelectField } from '@/components/form/fields/select-field'
import { TextField } from '@/components/form/fields/text-field'
import { mailKindLabel, mailKinds, sessionKinds } from '@/lib/notifications/kinds/registry'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import styles from './message-search.module.css'

type Props = { sessionId: string; show: string | null; kind: MessageKind | null; search: string }

/** Finds mails by whom they are to and by what they are. What is asked stands in the address. */
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
          {sessionKinds.map((option) => (
            <option key={option} value={mailKinds[option].slug}>
              {mailKindLabel(option)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" appearance="secondary-action-button">
          Zoek
        </Button>
      </form>
    </search>
  )
}
