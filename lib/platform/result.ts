/** What a command returns: an expected refusal is a value with a reason code, a surprise is thrown. */
export type Result<Value, Reason extends string> = { ok: true; value: Value } | { ok: false; reason: Reason }
