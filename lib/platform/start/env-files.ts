import nextEnv from '@next/env'

const silent = { info: () => {}, error: () => {} }

/**
 * Names of the `.env` files in the folder of the site. Importing this module reads them into `process.env`, where a variable
 * that is set keeps its value. It must be the first import of server.ts, before other modules read a setting. Next reads the
 * same files for the pages, so pages and worker have the same settings.
 */
export const envFiles = nextEnv
  .loadEnvConfig(process.cwd(), process.env.NODE_ENV !== 'production', silent)
  .loadedEnvFiles.map(({ path }) => path)
