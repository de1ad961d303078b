import { defineConfig } from 'prisma/config'

// `prisma generate` looks for a schema engine that the client does not use. Naming any existing file keeps it from
// downloading one, so that `npm ci` needs nothing but the npm registry. Other commands do use it, and may download it.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

const { DATABASE_URL: url } = process.env

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url && { datasource: { url } }),
})
