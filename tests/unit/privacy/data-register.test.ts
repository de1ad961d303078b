import { describe, expect, test } from 'vitest'
import { dataCategories, dataRegister } from '@/lib/privacy/data-register'
import { nonPersonalColumns, qualifiedColumns } from '@/tests/support/database/personal-columns'
import { type Model, models } from '@/tests/support/database/prisma-schema'

const registeredColumns = [
  ...Object.values(dataRegister).flatMap(({ columns }) => qualifiedColumns(columns)),
  ...qualifiedColumns(nonPersonalColumns),
]
const columnsOf = (all: Model[]) =>
  all.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))

describe('data register', () => {
  test('says of every column whether it is personal, exactly once', () => {
    expect(registeredColumns.toSorted()).toEqual(columnsOf(models).toSorted())
  })

  test('misses a new column, so that the check of all columns fails', () => {
    const newColumn = { name: 'shoeSize', type: 'text', nullable: true, default: false }
    const extended = models.map((model) =>
      model.name === 'Registration' ? { ...model, columns: [...model.columns, newColumn] } : model,
    )
    expect(columnsOf(extended).filter((column) => !registeredColumns.includes(column))).toEqual([
      'Registration.shoeSize',
    ])
  })

  test('has every category in exactly one section of the privacy page', () => {
    const shown = Object.values(dataCategories).flat()
    expect(shown.toSorted()).toEqual(Object.keys(dataRegister).toSorted())
  })
})
