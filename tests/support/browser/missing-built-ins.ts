/**
 * Built-ins that the oldest supported browsers lack, of which Firefox ESR 115 and Safari 16.4 are the oldest
 * (docs/architecture.md, Browsers).
 */
export const missingBuiltIns: [owner: string, name: string][] = [
  ['String.prototype', 'toWellFormed'],
  ['String.prototype', 'isWellFormed'],
  ['Array', 'fromAsync'],
  ['Object', 'groupBy'],
  ['Map', 'groupBy'],
  ['Promise', 'withResolvers'],
  ['Promise', 'try'],
  ['RegExp', 'escape'],
  ['URL', 'parse'],
  ...['union', 'intersection', 'difference', 'isSubsetOf'].map((name): [string, string] => ['Set.prototype', name]),
]

/** Script that takes these built-ins away from a page, before its own scripts run. */
export const removeBuiltIns = missingBuiltIns.map(([owner, name]) => `delete ${owner}.${name};`).join('\n')
