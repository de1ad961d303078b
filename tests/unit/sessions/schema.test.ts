import { expect, test } from 'vitest'
import { mailPlanSchema, releaseSchema } from '@/lib/sessions/schema'

const release = (agenda: string) => releaseSchema.safeParse({ onlineLink: 'https://v.example.nl/1', agenda })
const plan = (materials: string) => mailPlanSchema.safeParse({ ...off, thanksTo: 'all', materials, evaluationUrl: '' })
const off = { remindWeekBefore: '', remindDayBefore: '', remindHourBefore: '', remindOrganisers: '' }

test.each([release, plan])('a text that every reader gets alike holds no placeholder', (parse) => {
  expect(parse('Dag {naam}').error?.issues).toMatchObject([{ message: 'placeholder' }])
  expect(parse('{ 15.00 uur } welkom {2}').success).toBe(true)
})
