// Next runs this before all other code in the browser. zod tries to evaluate code unless this is set, which our policy
// blocks with a warning in the console. `z.config()` would add 12 kB of zod to every page.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
