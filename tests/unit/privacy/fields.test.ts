import { describe, expect, test } from 'vitest'
import { askedFields, deskFields, followingFields } from '@/lib/privacy/schema'
import { personalFields } from '@/lib/privacy/schema-fields'
import { impersonalColumns } from '@/lib/privacy/schema-impersonal'
import { type Model, models } from '@/tests/support/prisma-schema'

const told = [
  ...Object.values(personalFields).flatMap(({ columns }) => [...columns]),
  ...Object.entries(impersonalColumns).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
]
const columnsOf = (all: Model[]) =>
  all.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))

describe('the table of what is kept', () => {
  test('says of every column whether it is personal, and of none twice', () => {
    expect(told.toSorted()).toEqual(columnsOf(models).toSorted())
  })

  test('notices a new column', () => {
    const shoe = { name: 'shoeSize', type: 'text', nullable: true, default: false }
    const grown = models.map((model) =>
      model.name === 'Registration' ? { ...model, columns: [...model.columns, shoe] } : model,
    )
    expect(columnsOf(grown).filter((column) => !told.includes(column))).toEqual(['Registration.shoeSize'])
  })

  test('is shown whole: each field stands in one part of the page', () => {
    const shown = [...askedFields, ...followingFields, ...deskFields]
    expect(shown.toSorted()).toEqual(Object.keys(personalFields).toSorted())
  })
})
