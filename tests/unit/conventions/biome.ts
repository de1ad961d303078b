import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Finding = { file: string; line: number; message: string }

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

/** Lays `files` (path to content) in an empty house with our linter settings, and gives what the named rule says there. */
export async function lintFiles(rule: string, files: Record<string, string>): Promise<Finding[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aanschuif-house-'))
  try {
    for (const settings of ['biome.json', '.gitignore']) await cp(settings, path.join(folder, settings))
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true })
      await writeFile(path.join(folder, file), content)
    }
    return parseFindings(
      await runBiome(folder, ['lint', '.', `--only=${rule}`, '--reporter=github', '--max-diagnostics=none']),
      folder,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

function runBiome(cwd: string, parameters: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [biome, ...parameters], { cwd, maxBuffer: 10_000_000 }, (_refused, stdout, stderr) =>
      resolve(`${stdout}\n${stderr}`),
    )
  })
}

function parseFindings(output: string, folder: string): Finding[] {
  const marks = output.matchAll(
    /^::error title=(?<rule>[^,]+),file=(?<file>[^,]+),line=(?<line>\d+).*?::(?<message>.*)$/gm,
  )
  return [...marks].map(({ groups: mark = {} }) => ({
    file: path.relative(folder, path.resolve(folder, mark.file ?? '')),
    line: Number(mark.line),
    message: mark.message ?? '',
  }))
}
