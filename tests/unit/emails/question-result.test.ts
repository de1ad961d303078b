import { describe, expect, test } from 'vitest'
import { sampleQuestion } from '@/emails/parts/sample-data'
import * as questionResult from '@/emails/session/question-result'
import { isOpenGuarantee } from '@/lib/triage/rules'
import { type TriageState, triageStates } from '@/lib/triage/schema'
import { bodiesOf } from './bodies-of'

type Result = { resultText?: string; textAtDeadline?: string; askedBeforeDeadline?: boolean }

async function textOf(state: TriageState, result: Result = {}): Promise<string> {
  const { resultText = '', textAtDeadline = null, askedBeforeDeadline = true } = result
  const question = sampleQuestion({ triage: { state, resultText }, textAtDeadline })
  return (await bodiesOf(questionResult, { ...question, askedBeforeDeadline })).text.replace(/\s+/g, ' ')
}

describe('the mail about the result of a question', () => {
  test.each(triageStates)(
    'apologises for a guaranteed question exactly when it was not treated (%s)',
    async (state) => {
      const isBroken = isOpenGuarantee({ state, askedBeforeDeadline: true })
      const text = await textOf(state)
      const apology = 'We beloofden dat je vraag zeker aan bod zou komen in de kennissessie. Dat is niet gelukt.'
      expect(text.includes(apology)).toBe(isBroken)
      const contact = 'Wil je hier iemand over spreken? Mail Lotte Kronenburg: l.kronenburg@movisie.nl.'
      expect(text.includes(contact)).toBe(isBroken)
    },
  )

  test.each(triageStates)('promises and regrets nothing for a question after the deadline (%s)', async (state) => {
    expect(await textOf(state, { askedBeforeDeadline: false })).not.toMatch(/beloofden|spijt|excuses/)
  })

  test('apologises above the own text of an organiser', async () => {
    const text = await textOf('outOfScope', { resultText: 'We hadden te weinig tijd.' })
    expect(text).toMatch(/Het spijt ons\..*We hadden te weinig tijd\./)
  })

  test('apologises for the first version of a question that was changed after the deadline', async () => {
    expect(await textOf('new', { textAtDeadline: 'Hoe begin je?' })).toContain(
      'dat wat je toen vroeg zeker aan bod zou',
    )
  })
})
