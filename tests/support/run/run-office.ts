import { spawnSync } from 'node:child_process'
import { runNodeScript } from './command'

// `npm run test:office`. Not part of `npm test`, because it needs LibreOffice.
if (spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0) {
  const { succeeded } = await runNodeScript('vitest/vitest.mjs', ['run', '--project', 'office'], { show: true })
  process.exitCode = succeeded ? 0 : 1
} else {
  console.error('No LibreOffice found: install the package libreoffice-calc (`apt install libreoffice-calc`).')
  process.exitCode = 1
}
