import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sourceFolders } from '@/lib/platform/start/build'

test('the fingerprint of a build covers every folder that the site imports', () => {
  const imported = sourceFolders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
      .flatMap((source) => [...source.matchAll(/from '@\/([\w-]+)\//g)].map(([, name = '']) => name)),
  )
  expect(new Set(imported).size).toBeGreaterThan(4)
  expect([...new Set(imported)].filter((folder) => !sourceFolders.includes(folder))).toEqual([])
})
