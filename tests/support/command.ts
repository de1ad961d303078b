import { spawn } from 'node:child_process'

type Options = { show: boolean; env?: Record<string, string>; seconds?: number }
type Ended = { well: boolean; output: string; seconds: number }

/** Runs a program to its end, at most so many `seconds`; `show` passes its output on, else it is kept and given back. */
export async function command(program: string, parameters: string[], { show, env, seconds }: Options): Promise<Ended> {
  const begun = performance.now()
  const child = spawn(program, parameters, {
    env: { ...process.env, ...env },
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    timeout: seconds ? seconds * 1000 : undefined,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      output += error.message
      resolve(null)
    })
    child.on('close', resolve)
  })
  return { well: code === 0, output, seconds: (performance.now() - begun) / 1000 }
}

/** The same for a program of one of our packages, by its path below node_modules. */
export const node = (script: string, parameters: string[], options: Options) =>
  command(process.execPath, [`node_modules/${script}`, ...parameters], options)
