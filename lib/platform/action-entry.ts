import { AsyncLocalStorage } from 'node:async_hooks'

type RequestState = { isActionEntered: boolean }

// server.ts and the bundle of Next each load this module, so the storage is kept globally.
const globals = globalThis as typeof globalThis & { aanschuifRequestState?: AsyncLocalStorage<RequestState> }
globals.aanschuifRequestState ??= new AsyncLocalStorage()
const requestState = globals.aanschuifRequestState

/** Runs the handling of a POST and records for `isBeforeAction` whether code of ours has been entered. */
export const trackActionEntry = <Value>(run: () => Promise<Value>): Promise<Value> =>
  requestState.run({ isActionEntered: false }, run)

/**
 * Records that the current request reached an action or route handler. From then on a failure is ours (500); before, the
 * body could not be read (400). Every action calls a function that calls this before it does anything that can fail.
 */
export function markActionEntered(): void {
  const state = requestState.getStore()
  if (state) state.isActionEntered = true
}

/** True while Next handles a POST for which no action of ours was entered. */
export const isBeforeAction = (): boolean => requestState.getStore()?.isActionEntered === false
