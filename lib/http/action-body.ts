/** The pieces of JSON of which one call of an action is made up, by the number under which they name each other. */
type ActionParts = Map<string, unknown>

const maxDepth = 20

/**
 * Whether what a form without scripts says about its action is what our pages write there: `$ACTION_REF_1` announces it,
 * `$ACTION_1:0` names the action and the piece with what it is called with. React fails on anything else as if it were our
 * fault, and reads more from it than we ever send.
 */
export function hasValidActionReference(form: FormData): boolean {
  const names = [...form.keys()]
  const referenced = names.flatMap((name) => name.match(/^\$ACTION_REF_(\d+)$/)?.[1] ?? [])
  const described = names.flatMap((name) => name.match(/^\$ACTION_(\d+):/)?.[1] ?? [])
  return [...new Set([...referenced, ...described])].every((number) => {
    const start = `$ACTION_${number}:`
    const parts = readActionParts(form, names, start)
    const meta = parts?.get('0')
    if (!parts || !isActionMetadata(meta)) return false
    parts.delete('0')
    return (meta.bound === null || parts.has(meta.bound.slice(2))) && areSafeParts(parts)
  })
}

/** Whether this is what a script of ours calls an action with: a list, as text or with a form that belongs to it. */
export function isValidActionCall(body: string | FormData): boolean {
  return areSafeParts(new Map([['0', parseJson(typeof body === 'string' ? body : String(body.get('0')))]]))
}

function readActionParts(form: FormData, names: string[], prefix: string): ActionParts | null {
  const parts: ActionParts = new Map()
  for (const name of names) {
    if (!name.startsWith(prefix)) continue
    const value = parseJson(String(form.get(name)))
    if (value === undefined) return null
    parts.set(name.slice(prefix.length), value)
  }
  return parts
}

function isActionMetadata(value: unknown): value is { id: string; bound: string | null } {
  const { id, bound } = (value ?? {}) as { id?: unknown; bound?: unknown }
  return typeof id === 'string' && /^[0-9a-f]+$/.test(id) && (bound === null || /^\$@[1-9]$/.test(String(bound)))
}

const areSafeParts = (parts: ActionParts) =>
  [...parts.values()].every((part) => Array.isArray(part) && isSafeValue(part, parts, 0))

function isSafeValue(value: unknown, parts: ActionParts, depth: number): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || isKnownReference(value, parts)
  if (typeof value !== 'object' || value === null) return true
  return (
    depth < maxDepth &&
    Object.entries(value).every(([name, part]) => !isReservedKey(name) && isSafeValue(part, parts, depth + 1))
  )
}

/** Names that mean something to JavaScript itself, by which what is read becomes something else. */
const isReservedKey = (name: string) => name in Object.prototype || name === 'then'

/** What React writes with a dollar sign: one that was typed, nothing, a moment, a form, or what it has written before. */
function isKnownReference(reference: string, parts: ActionParts): boolean {
  if (/^\$(\$|undefined$|K[0-9a-f]$|D\d{4}-\d\d-\d\dT[\d:.]+Z$)/.test(reference)) return true
  const [partKey = '', ...path] = reference.slice(1).split(':')
  const target = path.reduce<unknown>(
    (from, step) =>
      typeof from === 'object' && from !== null && Object.hasOwn(from, step) ? Reflect.get(from, step) : undefined,
    parts.get(partKey),
  )
  return path.length > 0 && typeof target === 'object' && target !== null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
