/** The outcome of a command. An expected refusal is a value with a reason; an unexpected failure is thrown. */
export type Result<Value, Reason extends string> = { ok: true; value: Value } | { ok: false; reason: Reason }

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const

export const refuse = <Reason extends string>(reason: Reason) => ({ ok: false, reason }) as const
