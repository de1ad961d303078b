import { fileURLToPath } from 'node:url'
import { runNodeScript } from './command'
import { singleResult, sumResults, type TestSummary } from './test-summary'

/** Checks types, lint and unused code in parallel. Prints one line for each, and the problems. */
export async function runChecks(): Promise<TestSummary> {
  return sumResults(
    await Promise.all([
      reportCheck('types', checkTypes()),
      reportCheck('lint', checkLint()),
      reportCheck('unused code', checkUnusedCode()),
    ]),
  )
}

async function checkTypes() {
  // The route types and next-env.d.ts are generated, so a fresh clone lacks them.
  const routes = await runNodeScript('next/dist/bin/next', ['typegen'], {
    show: false,
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (!routes.succeeded) return routes
  const checked = await runNodeScript('typescript/bin/tsc', ['--noEmit', '--pretty', 'false'], { show: false })
  return { ...checked, seconds: routes.seconds + checked.seconds }
}

const checkLint = () =>
  runNodeScript('@biomejs/biome/bin/biome', ['check', '.', '--error-on-warnings'], { show: false })

/** Finds files, exports and dependencies that nothing uses. */
const checkUnusedCode = () => runNodeScript('knip/bin/knip.js', ['--no-progress'], { show: false })

async function reportCheck(name: string, check: ReturnType<typeof checkLint>): Promise<TestSummary> {
  const { succeeded, output, seconds } = await check
  console.log(`${succeeded ? '✓' : '✗'} ${name}  ${seconds.toFixed(1)} s`)
  if (!succeeded) console.log(output.trimEnd())
  return singleResult(succeeded)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await runChecks()
  process.exitCode = failed > 0 ? 1 : 0
}
