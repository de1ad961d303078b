import { describe, expect, test } from 'vitest'
import { dataRegister } from '@/lib/privacy/data-register'
import { nonPersonalColumns } from '@/lib/privacy/non-personal-columns'
import { derivedDataCategories, formDataCategories, organiserDataCategories } from '@/lib/privacy/schema'
import { type Model, models } from '@/tests/support/database/prisma-schema'

const registeredColumns = [
  ...Object.values(dataRegister).flatMap(({ columns }) => [...columns]),
  ...Object.entries(nonPersonalColumns).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
]
const columnsOf = (all: Model[]) =>
  all.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))

describe('the table of what is kept', () => {
  test('says of every column whether it is personal, and of none twice', () => {
    expect(registeredColumns.toSorted()).toEqual(columnsOf(models).toSorted())
  })

  test('notices a new column', () => {
    const shoe = { name: 'shoeSize', type: 'text', nullable: true, default: false }
    const grown = models.map((model) =>
      model.name === 'Registration' ? { ...model, columns: [...model.columns, shoe] } : model,
    )
    expect(columnsOf(grown).filter((column) => !registeredColumns.includes(column))).toEqual(['Registration.shoeSize'])
  })

  test('is shown whole: each field stands in one part of the page', () => {
    const shown = [...formDataCategories, ...derivedDataCategories, ...organiserDataCategories]
    expect(shown.toSorted()).toEqual(Object.keys(dataRegister).toSorted())
  })
})
