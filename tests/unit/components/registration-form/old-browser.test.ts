import { zodResolver } from '@hookform/resolvers/zod'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { tolerantResolver } from '@/components/registration-form/tolerant-resolver'
import { registrationSchema } from '@/lib/registrations/schema'
import { missingBuiltIns } from '@/tests/support/browser/missing-built-ins'

const memberOf = (holder: object, name: string) => (holder as Record<string, object>)[name] ?? {}

const options = { fields: {}, shouldUseNativeValidation: false }

test('a check that throws lets the form through to the server', async () => {
  const throwing = z.object({
    name: z.string().transform((text) => (text as unknown as { gone: () => string }).gone()),
  })
  await expect(zodResolver(throwing)({ name: 'Voorbeeld' }, undefined, options)).rejects.toThrow(TypeError)
  const values = { name: 'Voorbeeld' }
  expect(await tolerantResolver(zodResolver(throwing))(values, undefined, options)).toEqual({ values, errors: {} })
})

test('a check that does not throw still refuses', async () => {
  const schema = z.object({ name: z.string().min(1, 'missing') })
  const { errors } = await tolerantResolver(zodResolver(schema))({ name: '' }, undefined, options)
  expect(errors).toMatchObject({ name: { message: 'missing' } })
})

describe('without the built-ins that the oldest browsers lack', () => {
  const owners = missingBuiltIns.map(([owner, name]) => ({
    holder: owner.split('.').reduce(memberOf, globalThis as object) as Record<string, unknown>,
    name,
  }))
  const taken = owners.map(({ holder, name }) => ({
    holder,
    name,
    built: Object.getOwnPropertyDescriptor(holder, name),
  }))
  beforeEach(() => {
    for (const { holder, name } of taken) delete holder[name]
  })
  afterEach(() => {
    for (const { holder, name, built } of taken) if (built) Object.defineProperty(holder, name, built)
  })

  test('the schema of the form accepts and cleans what was typed', () => {
    const typed = {
      municipality: 'GM0344',
      organisation: '',
      role: 'adviseur',
      contactWish: 'none',
      phone: '',
      needs: '',
    }
    const form = { ...typed, name: 'Sam\uffff Voorbeeld', email: 'sam@example.nl', answers: { een: 'Hoe\u2028dan?' } }
    const question = { id: 'een', label: 'Vraag', hint: null, required: true, kind: 'text' as const, options: [] }
    expect('x'.toWellFormed).toBeUndefined()
    const { data } = registrationSchema([question]).safeParse(form)
    expect(data).toMatchObject({ name: 'Sam Voorbeeld', answers: { een: 'Hoe\ndan?' } })
  })
})
