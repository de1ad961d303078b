import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Finding = { file: string; line: number; message: string }

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

/** Lays `files` (path to content) in an empty house with our linter settings, and gives what the named rule says there. */
export async function lint(rule: string, files: Record<string, string>): Promise<Finding[]> {
  const house = await mkdtemp(path.join(tmpdir(), 'aanschuif-house-'))
  try {
    for (const settings of ['biome.json', 'biome.rooms.json', '.gitignore'])
      await cp(settings, path.join(house, settings))
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.join(house, path.dirname(file)), { recursive: true })
      await writeFile(path.join(house, file), content)
    }
    return findings(
      await run(house, ['lint', '.', `--only=${rule}`, '--reporter=github', '--max-diagnostics=none']),
      house,
    )
  } finally {
    await rm(house, { recursive: true })
  }
}

function run(cwd: string, parameters: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [biome, ...parameters], { cwd, maxBuffer: 10_000_000 }, (_refused, stdout, stderr) =>
      resolve(`${stdout}\n${stderr}`),
    )
  })
}

function findings(output: string, house: string): Finding[] {
  const marks = output.matchAll(
    /^::error title=(?<rule>[^,]+),file=(?<file>[^,]+),line=(?<line>\d+).*?::(?<message>.*)$/gm,
  )
  return [...marks].map(({ groups: mark = {} }) => ({
    file: path.relative(house, path.resolve(house, mark.file ?? '')),
    line: Number(mark.line),
    message: mark.message ?? '',
  }))
}
