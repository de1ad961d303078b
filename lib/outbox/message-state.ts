type MessageTimestamps = {
  dueAt: Date
  attempts: number
  sentAt: Date | null
  failedAt: Date | null
  cancelledAt: Date | null
}

/** State of a message and when it was reached. For an unsent message `at` is the earliest next attempt. */
export function messageState({ dueAt, attempts, sentAt, failedAt, cancelledAt }: MessageTimestamps) {
  if (sentAt) return { state: 'sent', at: sentAt } as const
  if (failedAt) return { state: 'failed', at: failedAt } as const
  if (cancelledAt) return { state: 'cancelled', at: cancelledAt } as const
  return { state: attempts > 0 ? 'retrying' : 'waiting', at: dueAt } as const
}

export type MessageState = ReturnType<typeof messageState>['state']

/** Strips the error code that deliver.ts puts before the server's answer. */
export const withoutErrorCode = (error: string | null) => error?.replace(/^E[A-Z]+: /, '') ?? null
