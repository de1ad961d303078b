import { spawn } from 'node:child_process'

type Options = { show: boolean; env?: Record<string, string>; seconds?: number }
type CommandResult = { succeeded: boolean; output: string; seconds: number }

/** Runs a program for at most `seconds`. With `show` its output is printed, else returned. */
export async function runCommand(
  program: string,
  args: string[],
  { show, env, seconds }: Options,
): Promise<CommandResult> {
  const startedAt = performance.now()
  const child = spawn(program, args, {
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
  return { succeeded: code === 0, output, seconds: (performance.now() - startedAt) / 1000 }
}

/** Runs a script of a package with Node, by its path below node_modules. */
export const runNodeScript = (script: string, args: string[], options: Options) =>
  runCommand(process.execPath, [`node_modules/${script}`, ...args], options)
