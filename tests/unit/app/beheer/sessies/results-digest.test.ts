import { expect, it } from 'vitest'
import { resultsDigest } from '@/app/beheer/sessies/[id]/vragen/terugkoppeling/_lib/results-digest'

const triage = { state: 'answered' as const, resultText: 'Je hoort van ons.' }
const question = { id: 'a', text: 'Hoe begin je?', triage }

it('changes with each part that the result mail shows: the question, its state and the result text', () => {
  const digests = [
    question,
    { ...question, text: 'Hoe begin je ermee?' },
    { ...question, triage: { ...triage, state: 'chosen' as const } },
    { ...question, triage: { ...triage, resultText: 'We bellen je.' } },
    { ...question, triage: null },
  ].map((shown) => resultsDigest([shown]))
  expect(new Set(digests).size).toBe(digests.length)
  expect(resultsDigest([{ ...question }])).toBe(digests[0])
})
