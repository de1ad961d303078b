import { AsyncLocalStorage } from 'node:async_hooks'

type RequestState = { isActionEntered: boolean }

// server.ts and the bundle of Next each load this module, so the storage is kept globally.
const globals = globalThis as typeof globalThis & { aanschuifRequestState?: AsyncLocalStorage<RequestState> }
globals.aanschuifRequestState ??= new AsyncLocalStorage()
const requestState = globals.aanschuifRequestState

/** Runs `run`, which handles a POST. Within it, `isBeforeAction` returns whether the POST reached an action yet. */
export const trackActionEntry = <Value>(run: () => Promise<Value>): Promise<Value> =>
  requestState.run({ isActionEntered: false }, run)

/**
 * Records that the current request reached an action or route handler. A later failure is answered with 500. A failure
 * before this call means that the body could not be read (400). Every action calls it before anything that can fail.
 */
export function markActionEntered(): void {
  const state = requestState.getStore()
  if (state) state.isActionEntered = true
}

/** Returns whether the current request is a POST that has not reached an action or route handler. */
export const isBeforeAction = (): boolean => requestState.getStore()?.isActionEntered === false
