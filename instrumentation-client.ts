// Next runs this before anything else of ours in the browser. zod tries whether it may run text as code, which no page of
// ours allows and which the browser would complain about: this is where it looks first. Its own `config()` would bring 12 kB
// of zod to every page.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
