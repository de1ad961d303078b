import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  countSilentFailure,
  formatSummary,
  readPlaywrightReport,
  readVitestReport,
  singleResult,
  sumResults,
} from '@/tests/support/run/test-summary'

describe('the sum of a test run', () => {
  let place = ''
  beforeAll(async () => {
    place = await mkdtemp(path.join(tmpdir(), 'aanschuif-tally-'))
  })
  afterAll(() => rm(place, { recursive: true }))

  async function report(content: unknown): Promise<string> {
    const file = path.join(place, 'report.json')
    await writeFile(file, JSON.stringify(content))
    return file
  }

  it('is one line that CI reads', () => {
    const total = sumResults([singleResult(true), singleResult(false), { passed: 40, failed: 0, skipped: 2 }])
    expect(formatSummary(total)).toBe('41 passed, 1 failed, 2 skipped')
  })

  it('counts what vitest counted', async () => {
    const file = await report({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })
    expect(await readVitestReport(file)).toEqual({ passed: 7, failed: 1, skipped: 3 })
  })

  it('counts a story that failed at first and then passed as failed', async () => {
    const file = await report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } })
    expect(await readPlaywrightReport(file)).toEqual({ passed: 5, failed: 2, skipped: 0 })
  })

  it('takes a suite that left no report, or ended badly without a failed test, for one failure', async () => {
    expect(await readVitestReport(path.join(place, 'none.json'))).toBeNull()
    expect(countSilentFailure(null, true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(countSilentFailure({ passed: 3, failed: 0, skipped: 0 }, false)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
    })
    expect(countSilentFailure({ passed: 3, failed: 2, skipped: 0 }, false)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 0,
    })
    expect(countSilentFailure({ passed: 3, failed: 0, skipped: 1 }, true)).toEqual({ passed: 3, failed: 0, skipped: 1 })
  })
})
