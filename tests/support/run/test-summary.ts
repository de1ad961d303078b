import { readFile } from 'node:fs/promises'
import { z } from 'zod'

export type TestSummary = { passed: number; failed: number; skipped: number }

export const singleResult = (hasPassed: boolean): TestSummary => ({
  passed: Number(hasPassed),
  failed: Number(!hasPassed),
  skipped: 0,
})

export function sumResults(summaries: TestSummary[]): TestSummary {
  const total = (key: keyof TestSummary) => summaries.reduce((count, summary) => count + summary[key], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

export const formatSummary = ({ passed, failed, skipped }: TestSummary) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/** Counts a suite that failed without a failed test, such as a crash, as one failure. */
export function countSilentFailure(summary: TestSummary | null, hasExitedCleanly: boolean): TestSummary {
  const counted = summary ?? { passed: 0, failed: 0, skipped: 0 }
  const isSilentFailure = counted.failed === 0 && (!hasExitedCleanly || summary === null)
  return isSilentFailure ? { ...counted, failed: 1 } : counted
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** Reads the JSON report of a Vitest run. Returns `null` when it is missing. */
export async function readVitestReport(file: string): Promise<TestSummary | null> {
  const report = vitestReport.safeParse(await readJson(file))
  if (!report.success) return null
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report.data
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

/** Reads the JSON report of a Playwright run. Returns `null` when it is missing. A flaky test counts as failed. */
export async function readPlaywrightReport(file: string): Promise<TestSummary | null> {
  const report = playwrightReport.safeParse(await readJson(file))
  if (!report.success) return null
  const { expected, unexpected, flaky, skipped } = report.data.stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => 'null'))
}
