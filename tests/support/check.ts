import { fileURLToPath } from 'node:url'
import { node } from './command'
import { single, sum, type Tally } from './tally'

/** Types and lint, side by side; prints one line for each, and what is wrong. */
export async function check(): Promise<Tally> {
  return sum(await Promise.all([report('types', types()), report('lint', lint())]))
}

async function types() {
  // The types of the routes and next-env.d.ts are made, never kept: on a fresh clone they are not there yet.
  const routes = await node('next/dist/bin/next', ['typegen'], { show: false, env: { NEXT_TELEMETRY_DISABLED: '1' } })
  if (!routes.well) return routes
  const checked = await node('typescript/bin/tsc', ['--noEmit', '--pretty', 'false'], { show: false })
  return { ...checked, seconds: routes.seconds + checked.seconds }
}

const lint = () => node('@biomejs/biome/bin/biome', ['check', '.', '--error-on-warnings'], { show: false })

async function report(name: string, work: ReturnType<typeof lint>): Promise<Tally> {
  const { well, output, seconds } = await work
  console.log(`${well ? '✓' : '✗'} ${name}  ${seconds.toFixed(1)} s`)
  if (!well) console.log(output.trimEnd())
  return single(well)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await check()
  process.exitCode = failed > 0 ? 1 : 0
}
