/** Milliseconds in which further signals are ignored: one Ctrl-C arrives twice, from the terminal and npm. */
const duplicateSignalMs = 1_000

/** `exit` ends the process. `elapsed` returns milliseconds on a monotonic clock. */
type ShutdownOptions = { exit: (code: number) => void; elapsed: () => number }

/** Creates a graceful shutdown: steps run in reverse order. After a second signal only required ones are awaited. */
export function createShutdown({ exit, elapsed }: ShutdownOptions) {
  const steps: { run: () => unknown; isRequired: boolean }[] = []
  let isShuttingDown = false
  let firstSignalAt: number | null = null
  const forcing = new AbortController()
  const forced = new Promise<'forced'>((resolve) => forcing.signal.addEventListener('abort', () => resolve('forced')))

  /** Adds a step to run before the process exits. A forced shutdown waits only for steps with `must`. */
  function onShutdown(run: () => unknown, { must = false } = {}): void {
    steps.unshift({ run, isRequired: must })
  }

  /** Runs the registered steps and exits with `requestedCode`, or with 1 when the shutdown was forced. */
  async function shutDown(requestedCode: number): Promise<void> {
    isShuttingDown = true
    let exitCode = requestedCode
    for (let step = steps.shift(); step; step = steps.shift()) {
      const done = Promise.resolve()
        .then(step.run)
        .catch(() => undefined)
      if (step.isRequired) await done
      else if ((await Promise.race([done, forced])) === 'forced') exitCode = 1
    }
    exit(exitCode)
  }

  /** Starts the shutdown at the first signal. A signal at least a second after the first forces the shutdown. */
  function handleSignal(): void {
    firstSignalAt ??= elapsed()
    if (!isShuttingDown) void shutDown(0)
    else if (elapsed() - firstSignalAt >= duplicateSignalMs) forcing.abort()
  }

  return { onShutdown, shutDown, handleSignal, isShuttingDown: () => isShuttingDown }
}
