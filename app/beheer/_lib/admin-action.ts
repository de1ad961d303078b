import type { NextRequest } from 'next/server'
import type { ZodType } from 'zod'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import type { Actor } from '@/lib/audit/commands'
import {
  type CurrentOrganiser,
  organiserOrRedirect,
  requireAdmin,
  requireOrganiser,
} from '@/lib/organisers/current-organiser'
import { canManageOrganisers } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Parsers of the bound arguments of an action, in their order. A browser can send any value for each of them. */
type Parsers = readonly ((bound: unknown) => unknown)[]
type Parsed<Params extends Parsers> = { [Index in keyof Params]: ReturnType<Params[Index]> }

type Access<Params extends Parsers> = {
  params?: Params
  /** The page to return to after the login. */
  returnTo: (...params: Parsed<Params>) => string
  /** Without a role every organiser has access. */
  role?: 'admin'
}

type ActionContext<Params extends Parsers> = {
  params: Parsed<Params>
  organiser: CurrentOrganiser
  now: Date
  /** The organiser and the time, for the audit log. */
  actor: Actor
  form: unknown
  /** Value of the pressed button. */
  intent: string
  /** Digest of the input that the form previewed; empty without a preview. */
  previewed: string
  /** State that the preview assumed, as the form sent it. */
  expected: string
}

type AdminAction<Params extends Parsers, State> = (
  ...args: [...{ [Index in keyof Params]: unknown }, previous: unknown, form: FormData]
) => Promise<State>

/** Wraps a server action of the admin area: checks the login and the role, and parses the bound arguments. */
export function adminAction<State, const Params extends Parsers = []>(
  { params, returnTo, role }: Access<Params>,
  handler: (context: ActionContext<Params>) => Promise<State>,
): AdminAction<Params, State> {
  const parsers: Parsers = params ?? []
  return async (...args: unknown[]) => {
    // A mapped tuple loses its shape in `map`.
    const parsed = parsers.map((parse, index) => parse(args[index])) as unknown as Parsed<Params>
    const organiser = await (role === 'admin' ? requireAdmin : requireOrganiser)(returnTo(...parsed))
    const form = args[parsers.length + 1]
    const submitted = readFields(form, 'intent', 'previewed', 'expected')
    return await handler({ params: parsed, organiser, form, ...submitted, ...timeAndActor(organiser) })
  }
}

function timeAndActor({ id }: CurrentOrganiser) {
  const now = clock.now()
  return { now, actor: { now, organiserId: id } }
}

/** The `invalid` state of a form, with the reason type that `State` uses. */
type Invalid<Values, State> = {
  status: 'invalid'
  errors: Record<string, State extends { errors: Record<string, infer Reason extends string> } ? Reason : never>
  values: Values
}

/** An `adminAction` that also parses a form. Returns the `invalid` state when the schema refuses what `read` returns. */
export function adminFormAction<Values, Input, State, const Params extends Parsers = []>(
  { read, schema, ...access }: Access<Params> & { read: (form: unknown) => Values; schema: ZodType<Input> },
  handler: (context: ActionContext<Params> & { values: Values; input: Input }) => Promise<State>,
): AdminAction<Params, State | Invalid<Values, State>> {
  return adminAction(access, async (context): Promise<State | Invalid<Values, State>> => {
    const values = read(context.form)
    const { data, error } = schema.safeParse(values)
    if (error) return { status: 'invalid', errors: firstIssueByField(error), values }
    return await handler({ ...context, values, input: data })
  })
}

/** Reads the named fields of a form; a missing field is empty. */
export const fields =
  <Name extends string>(...names: Name[]) =>
  (form: unknown) =>
    readFields(form, ...names)

type RouteContext<Segments> = {
  params: Segments
  request: NextRequest
  organiser: CurrentOrganiser
  now: Date
  actor: Actor
}

/** Wraps a route handler of the admin area: checks the login and the role. After the login, `returnTo` is opened. */
export function adminRoute<Segments>(
  { returnTo, role }: { returnTo: (segments: Segments, request: NextRequest) => string; role?: 'admin' },
  handler: (context: RouteContext<Segments>) => Promise<Response>,
) {
  return async (request: NextRequest, context: { params: Promise<Segments> }) => {
    const params = await context.params
    const organiser = await organiserOrRedirect(returnTo(params, request))
    if ('redirectTo' in organiser) return redirectFrom(request, organiser.redirectTo)
    if (role === 'admin' && !canManageOrganisers(organiser.role)) return redirectFrom(request, routes.forbidden())
    return await handler({ params, request, organiser, ...timeAndActor(organiser) })
  }
}

// After a POST, 303 makes the browser continue with a GET; 307 would repeat the POST.
const redirectFrom = ({ method }: NextRequest, location: string) =>
  new Response(null, { status: method === 'GET' ? 307 : 303, headers: { location } })

/** Response with a file to save, which no cache stores. */
export const fileResponse = (body: BodyInit, { name, type }: { name: string; type: string }) =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
