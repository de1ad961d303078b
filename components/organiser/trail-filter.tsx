import { Button, Link } from '@utrecht/component-library-react'
import { MomentField } from '@/components/form/moment-field'
import { SelectField } from '@/components/form/select-field'
import { type DeedGroup, deedGroups } from '@/lib/audit/schema'
import { routes } from '@/lib/platform/routes'
import { longDate } from '@/lib/platform/time'
import styles from './trail-filter.module.css'
import { deedGroupLabels } from './trail-words'

type Props = {
  asked: { by?: string; deed?: string; session?: string; from?: string; to?: string }
  choices: {
    organisers: { id: string; name: string }[]
    sessions: { id: string; title: string; startsAt: Date }[]
  }
}

/** Which part of the trail to show. What is asked stands in the address. */
export function TrailFilter({ asked, choices: { organisers, sessions } }: Props) {
  return (
    <search>
      <form action={routes.trail()} className={styles.form}>
        <SelectField id="veld-wie" name="wie" label="Wie" required={null} defaultValue={asked.by ?? ''}>
          <option value="">Iedereen</option>
          {organisers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="participant">Deelnemers</option>
          <option value="system">De site zelf</option>
        </SelectField>
        <SelectField id="veld-wat" name="wat" label="Waarover" required={null} defaultValue={asked.deed ?? ''}>
          <option value="">Alles</option>
          {(Object.keys(deedGroups) as DeedGroup[]).map((group) => (
            <option key={group} value={group}>
              {deedGroupLabels[group]}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="veld-sessie"
          name="sessie"
          label="Kennissessie"
          required={null}
          defaultValue={asked.session ?? ''}
        >
          <option value="">Alle kennissessies</option>
          {sessions.map(({ id, title, startsAt }) => (
            <option key={id} value={id}>
              {title} ({longDate(startsAt)})
            </option>
          ))}
        </SelectField>
        <MomentField type="date" id="veld-van" name="van" label="Vanaf" required={null} defaultValue={asked.from} />
        <MomentField type="date" id="veld-tot" name="tot" label="Tot en met" required={null} defaultValue={asked.to} />
        <div className={styles.send}>
          <Button type="submit" appearance="secondary-action-button">
            Laat zien
          </Button>
          {Object.values(asked).some(Boolean) ? <Link href={routes.trail()}>Toon alles</Link> : null}
        </div>
      </form>
    </search>
  )
}
