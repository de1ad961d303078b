import type { Mapping } from '@/tests/support/row-mapping'

/**
 * What the migrations after 20261129010000_asked_later change in existing rows: the only statement of it, read by
 * existing-installation.test.ts. Extend it in the commit that adds a migration. All keys are the names in the fixture.
 *
 * A renamed table:     tables: { Letter: 'CustomMessage' }
 * A renamed column:    columns: { Registration: { emailKey: 'normalizedEmail' } }
 * Renamed values:      values: { Triage: { state: { fresh: 'new', outside: 'outOfScope' } } }
 * A new column:        added: { Registration: { status: ({ cancelledAt }) => (cancelledAt ? 'cancelled' : 'confirmed') } }
 * A column that goes:  dropped: { Registration: ['waitingSince'] }
 * A split table:       moves: { Letter: (row, { renamed }) => ({ CustomMessage: [renamed], CustomMessageSelection: [{ … }] }) }
 * A new table:         created: { Setting: [] }
 */
export const mapping: Mapping = {
  tables: {},
  columns: {},
  values: {},
  added: {},
  dropped: {},
  moves: {},
  created: {},
}
