'use client'

import { Heading } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Options } from '@/app/beheer/_components/form/options'
import { FieldMessages } from '@/components/form/fields/field-messages'
import { SelectField } from '@/components/form/fields/select-field'
import { triageStateOptions } from '@/components/triage/triage-copy'
import styles from './bulk-triage-fields.module.css'
import { ThemeField } from './theme-field'

type Props = {
  values: { state: string; theme: string }
  errors: Record<string, string>
  themes: { id: string; name: string }[]
  /** The button. */
  children: ReactNode
}

/** The change for all ticked questions. Comes after them in the order of the keyboard. */
export function BulkTriageFields({ values, errors, themes, children }: Props) {
  return (
    <section aria-labelledby="veld-ticked" className={styles.bulk}>
      <Heading level={2} id="veld-ticked" tabIndex={-1}>
        Alles wat is aangevinkt
      </Heading>
      <FieldMessages id="veld-ticked" error={errors.ticked} />
      <SelectField
        key={values.state}
        id="veld-bulkState"
        name="state"
        label="Stand"
        required={false}
        defaultValue={values.state}
        error={errors.bulkState}
      >
        <option value="">Laat zoals het is</option>
        <Options options={triageStateOptions} />
      </SelectField>
      <ThemeField
        id="veld-bulkTheme"
        hint="Leeg: het thema blijft zoals het is."
        themes={themes}
        defaultValue={values.theme}
        error={errors.bulkTheme}
      />
      <div className={styles.button}>{children}</div>
    </section>
  )
}
