type Options = {
  exit: (code: number) => void
  /** Milliseconds on a clock that only goes forward. */
  elapsed: () => number
}

type Step = { run: () => unknown; must: boolean }

/** One Ctrl-C comes more than once: from the terminal, and from npm, which passes it on. */
const sameSignalMs = 1_000

/** How the process ends: in order, whatever was begun last first, and in haste when somebody insists. */
export function makeEnding({ exit, elapsed }: Options) {
  const steps: Step[] = []
  let ending = false
  let askedAt: number | null = null
  let insist = () => {}
  const insisted = new Promise<'in haste'>((resolve) => {
    insist = () => resolve('in haste')
  })

  /** What has to be done before the process ends. In haste only a `must` is still waited for. */
  function atEnd(run: () => unknown, { must = false } = {}): void {
    steps.unshift({ run, must })
  }

  /** Ends what is under way, however far the start had come, and then the process: with 1 when it was done in haste. */
  async function end(code: number): Promise<void> {
    ending = true
    let last = code
    for (let step = steps.shift(); step; step = steps.shift()) {
      const done = Promise.resolve()
        .then(step.run)
        .catch(() => undefined)
      if (step.must) await done
      else if ((await Promise.race([done, insisted])) === 'in haste') last = 1
    }
    exit(last)
  }

  /** A signal that asks to stop. What comes within a second of the first is the same; who asks later insists. */
  function asked(): void {
    askedAt ??= elapsed()
    if (!ending) void end(0)
    else if (elapsed() - askedAt >= sameSignalMs) insist()
  }

  return { atEnd, end, asked, isEnding: () => ending }
}
