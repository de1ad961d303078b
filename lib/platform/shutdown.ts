type ShutdownOptions = {
  exit: (code: number) => void
  /** Milliseconds on a clock that only goes forward. */
  elapsed: () => number
}

type ShutdownStep = { run: () => unknown; isRequired: boolean }

/** One Ctrl-C comes more than once: from the terminal, and from npm, which passes it on. */
const duplicateSignalMs = 1_000

/** How the process ends: in order, whatever was begun last first, and in haste when somebody insists. */
export function createShutdown({ exit, elapsed }: ShutdownOptions) {
  const steps: ShutdownStep[] = []
  let isShuttingDown = false
  let firstSignalAt: number | null = null
  let forceExit = () => {}
  const forced = new Promise<'forced'>((resolve) => {
    forceExit = () => resolve('forced')
  })

  /** What has to be done before the process ends. In haste only a `must` is still waited for. */
  function onShutdown(run: () => unknown, { must = false } = {}): void {
    steps.unshift({ run, isRequired: must })
  }

  /** Ends what is under way, however far the start had come, and then the process: with 1 when it was done in haste. */
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

  /** A signal that asks to stop. What comes within a second of the first is the same; who asks later insists. */
  function handleSignal(): void {
    firstSignalAt ??= elapsed()
    if (!isShuttingDown) void shutDown(0)
    else if (elapsed() - firstSignalAt >= duplicateSignalMs) forceExit()
  }

  return { onShutdown, shutDown, handleSignal, isShuttingDown: () => isShuttingDown }
}
