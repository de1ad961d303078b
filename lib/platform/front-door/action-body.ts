/** The pieces of JSON of which one call of an action is made up, by the number under which they name each other. */
type Pieces = Map<string, unknown>

const deepest = 20

/**
 * Whether what a form without scripts says about its action is what our pages write there: `$ACTION_REF_1` announces it,
 * `$ACTION_1:0` names the action and the piece with what it is called with. React fails on anything else as if it were our
 * fault, and reads more from it than we ever send.
 */
export function namesItsActionWell(form: FormData): boolean {
  const names = [...form.keys()]
  const announced = names.flatMap((name) => name.match(/^\$ACTION_REF_(\d+)$/)?.[1] ?? [])
  const described = names.flatMap((name) => name.match(/^\$ACTION_(\d+):/)?.[1] ?? [])
  return [...new Set([...announced, ...described])].every((number) => {
    const start = `$ACTION_${number}:`
    const pieces = readPieces(form, names, start)
    const meta = pieces?.get('0')
    if (!pieces || !isMeta(meta)) return false
    pieces.delete('0')
    return (meta.bound === null || pieces.has(meta.bound.slice(2))) && allPlain(pieces)
  })
}

/** Whether this is what a script of ours calls an action with: a list, as text or with a form that belongs to it. */
export function isCallOfAction(body: string | FormData): boolean {
  return allPlain(new Map([['0', parse(typeof body === 'string' ? body : String(body.get('0')))]]))
}

function readPieces(form: FormData, names: string[], start: string): Pieces | null {
  const pieces: Pieces = new Map()
  for (const name of names) {
    if (!name.startsWith(start)) continue
    const value = parse(String(form.get(name)))
    if (value === undefined) return null
    pieces.set(name.slice(start.length), value)
  }
  return pieces
}

function isMeta(value: unknown): value is { id: string; bound: string | null } {
  const { id, bound } = (value ?? {}) as { id?: unknown; bound?: unknown }
  return typeof id === 'string' && /^[0-9a-f]+$/.test(id) && (bound === null || /^\$@[1-9]$/.test(String(bound)))
}

const allPlain = (pieces: Pieces) =>
  [...pieces.values()].every((piece) => Array.isArray(piece) && isPlain(piece, pieces, 0))

function isPlain(value: unknown, pieces: Pieces, depth: number): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || isKnownSign(value, pieces)
  if (typeof value !== 'object' || value === null) return true
  return (
    depth < deepest &&
    Object.entries(value).every(([name, part]) => !isBuiltIn(name) && isPlain(part, pieces, depth + 1))
  )
}

/** Names that mean something to JavaScript itself, by which what is read becomes something else. */
const isBuiltIn = (name: string) => name in Object.prototype || name === 'then'

/** What React writes with a dollar sign: one that was typed, nothing, a moment, a form, or what it has written before. */
function isKnownSign(sign: string, pieces: Pieces): boolean {
  if (/^\$(\$|undefined$|K[0-9a-f]$|D\d{4}-\d\d-\d\dT[\d:.]+Z$)/.test(sign)) return true
  const [piece = '', ...path] = sign.slice(1).split(':')
  const reached = path.reduce<unknown>(
    (from, step) =>
      typeof from === 'object' && from !== null && Object.hasOwn(from, step) ? Reflect.get(from, step) : undefined,
    pieces.get(piece),
  )
  return path.length > 0 && typeof reached === 'object' && reached !== null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
