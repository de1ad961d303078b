import { defineConfig } from 'prisma/config'

// `prisma generate` and its like look for a schema engine that they do not use. Naming any existing file keeps them from
// downloading one, so that `npm ci` needs nothing but the npm registry. What works on a database does use it.
const needsEngine = ['migrate', 'db'].some((command) => process.argv.includes(command))
if (!needsEngine) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

const { DATABASE_URL: url } = process.env

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url && { datasource: { url } }),
})
