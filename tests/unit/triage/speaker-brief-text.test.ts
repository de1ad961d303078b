import { expect, test } from 'vitest'
import { speakerBriefToText } from '@/lib/triage/speaker-brief'

const question = { id: 'een', text: 'Hoe begin je?', workplace: 'Utrecht', details: [] }

test('speakerBriefToText indents clarification and answers under their question', () => {
  const whole = {
    ...question,
    text: 'Hoe begin je?\n\nEn hoe ga je door?',
    details: [
      { id: 'een', question: 'Toelichting', text: 'Het gaat over:\n- inkoop\n- werving' },
      { id: 'twee', question: 'Waar sta je?', text: 'Aan het begin.\nBijna.' },
    ],
  }
  expect(speakerBriefToText([{ theme: 'Draagvlak', questions: [whole] }], 'Zonder thema')).toBe(
    `DRAAGVLAK

1. Hoe begin je?

   En hoe ga je door?
   (Utrecht)

   Toelichting
     Het gaat over:
     - inkoop
     - werving

   Waar sta je?
     Aan het begin.
     Bijna.`,
  )
})

test('speakerBriefToText numbers through all themes and aligns numbers of one and two digits', () => {
  const nine = Array<typeof question>(9).fill(question)
  const parts = [
    { theme: 'Geld', questions: nine },
    { theme: null, questions: [{ ...question, workplace: null }] },
  ]
  const lines = speakerBriefToText(parts, 'Zonder thema').split('\n')
  expect(lines.filter((line) => /^\d/.test(line))).toEqual([
    ...nine.map((_, index) => `${index + 1}.  Hoe begin je?`),
    '10. Hoe begin je?',
  ])
  expect(lines).toContain('    (Utrecht)')
  expect(lines.slice(-4)).toEqual(['', 'ZONDER THEMA', '', '10. Hoe begin je?'])
  expect(lines.filter((line) => /\s$/.test(line))).toEqual([])
})

test('speakerBriefToText returns an empty text for an empty programme', () => {
  expect(speakerBriefToText([], 'Zonder thema')).toBe('')
})
