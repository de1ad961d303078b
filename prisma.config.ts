import { defineConfig } from 'prisma/config'

// `prisma generate` looks for a schema engine that the client does not use. Naming any existing file keeps it from
// downloading one, so that `npm ci` needs nothing but the npm registry. Migrations are applied by lib/platform/migrate.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
