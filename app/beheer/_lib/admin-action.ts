import type { NextRequest } from 'next/server'
import type { ZodType } from 'zod'
import { readFields } from '@/app/_lib/read-form-data'
import { firstIssueByField } from '@/components/form/field-errors'
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

/** Parsers of an action's bound arguments, in their order. Needed because a browser can send any value for an argument. */
type Parsers = readonly ((bound: unknown) => unknown)[]
type Parsed<Params extends Parsers> = { [Index in keyof Params]: ReturnType<Params[Index]> }

type Access<Params extends Parsers> = {
  params?: Params
  /** Returns the path of the page to open after the login. */
  returnTo: (...params: Parsed<Params>) => string
  /** The role that the organiser must have. Omitted: every organiser has access. */
  role?: 'admin'
}

type ActionContext<Params extends Parsers> = {
  params: Parsed<Params>
  organiser: CurrentOrganiser
  now: Date
  /** The organiser who acts and the current time, as the audit log records them. */
  actor: Actor
  form: unknown
  /** Value of the submit button that was pressed; empty if it has none. */
  intent: string
  /** Digest of the preview that the organiser confirms; empty without a preview. */
  previewed: string
  /** The form field `expected`: a fact on which the confirmed preview relies, such as the number of recipients. */
  expected: string
}

type AdminAction<Params extends Parsers, State> = (
  ...args: [...{ [Index in keyof Params]: unknown }, previous: unknown, form: FormData]
) => Promise<State>

/** Wraps a server action of the admin area. Redirects without login or role, then parses the bound arguments. */
export function adminAction<State, const Params extends Parsers = []>(
  { params, returnTo, role }: Access<Params>,
  handler: (context: ActionContext<Params>) => Promise<State>,
): AdminAction<Params, State> {
  const parsers: Parsers = params ?? []
  return async (...args: unknown[]) => {
    // The cast restores the tuple type, which `map` turns into an array type.
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

/** The form state that reports field errors. Its error reasons are those that `State` allows. */
type Invalid<Values, State> = {
  status: 'invalid'
  errors: Record<string, State extends { errors: Record<string, infer Reason extends string> } ? Reason : never>
  values: Values
}

/** An `adminAction` that also reads and validates a form. Returns the state `invalid` when `schema` refuses the values. */
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

/** Returns a reader of a form that returns the named fields. A missing field is empty. */
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

/** Wraps a route handler of the admin area. Redirects without login or role. `returnTo` gives the path after the login. */
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

/** Returns a response that the browser saves as a file, and that no cache may store. */
export const fileResponse = (body: BodyInit, { name, type }: { name: string; type: string }) =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
