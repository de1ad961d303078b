import { Button } from '@utrecht/component-library-react'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { sessionKindSchema } from '@/lib/messages/schema'
import { routes } from '@/lib/platform/routes'
import styles from './message-search.module.css'
import { kindInWords } from './message-words'

type Props = { sessionId: string; show: string | null; kind: string | null; search: string }

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
        <SelectField id="veld-soort" name="soort" label="Welke mail?" required={null} defaultValue={kind ?? ''}>
          <option value="">Alle mails</option>
          {sessionKindSchema.options.map((each) => (
            <option key={each} value={each}>
              {kindInWords(each)}
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
