import { describe, expect, test } from 'vitest'
import { describeAction, describeSubject, hasActionLabel } from '@/components/audit/audit-log-copy'
import { auditCategories } from '@/lib/audit/schema'
import { codeFiles, type Source, textLiterals } from '@/tests/support/run/source-files'

const action = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/

/** The actions that a file writes in the trail: what looks like one, where the trail is written. */
function actionsIn(source: Source): string[] {
  if (!/\baudit[A-Z]?\w*\(/.test(source.text)) return []
  return textLiterals(source).flatMap(({ text }) => (action.test(text) ? [text] : []))
}

describe('every action in the trail', () => {
  const written = codeFiles(['lib', 'prisma']).flatMap(actionsIn)

  test('has words, and a kind by which it can be found', () => {
    expect(written).toContain('session.released')
    expect(written.length).toBeGreaterThan(20)
    expect(written.filter((each) => !hasActionLabel(each))).toEqual([])
    const starts = Object.values(auditCategories).flat()
    expect(written.filter((each) => !starts.some((start) => each.startsWith(start)))).toEqual([])
  })

  test('is found in the code, so that one without words is caught', () => {
    const text = `await audit(tx, { action: 'session.turned-blue', subjectType: 'session' })`
    expect(actionsIn({ file: 'a.ts', text })).toEqual(['session.turned-blue'])
    expect(hasActionLabel('session.turned-blue')).toBe(false)
    expect(hasActionLabel('toString')).toBe(false)
  })

  test('without words shows its name, and what is gone says so', () => {
    expect(describeAction('session.turned-blue')).toBe('session.turned-blue')
    expect(describeSubject({ type: 'registration', label: null })).toBe('Een aanmelding die er niet meer is')
    expect(describeSubject({ type: 'onbekend', label: null })).toBe('Iets dat er niet meer is')
  })
})
