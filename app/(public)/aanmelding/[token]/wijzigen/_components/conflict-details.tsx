import { Heading } from '@utrecht/component-library-react'
import { Flow } from '@/components/ui/page/flow'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import type { OwnChangeRefusal } from '@/lib/registrations/self-service/schema'
import { differences } from './change-form-copy'
import styles from './conflict-details.module.css'

type Props = {
  reason: OwnChangeRefusal
  /** The submitted values. */
  values: RegistrationValues
  currentValues: RegistrationValues
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
}

/**
 * After a concurrent change lists what the registration holds now; after a lock, what was typed in vain. Empty for other
 * refusals and without differences.
 */
export function ConflictDetails({ reason, values, currentValues, ...labels }: Props) {
  if (reason !== 'changed-meanwhile' && reason !== 'locked') return null
  const isLocked = reason === 'locked'
  const items = isLocked ? differences(values, currentValues, labels) : differences(currentValues, values, labels)
  if (items.length === 0) return null
  return (
    <section className={styles.conflict}>
      <Flow>
        <Heading level={2}>{isLocked ? 'Dit typte je' : 'Zo staat het er nu'}</Heading>
        <DescriptionList items={items} />
      </Flow>
    </section>
  )
}
