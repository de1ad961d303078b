import { takeDueMail } from '@/lib/messages/deliver'
import type { DeliveryTools } from '@/lib/messages/deliver-prepare'

/** Work that runs by itself. `take` claims at most `limit` pieces of it and gives a job for each. */
export type Task = {
  name: string
  /** How many jobs may be under way at once. */
  slots: number
  take(limit: number): Promise<(() => Promise<void>)[]>
}

/** Everything the worker does. */
export function workerTasks(tools: DeliveryTools): Task[] {
  return [{ name: 'deliver-mail', slots: 3, take: (limit) => takeDueMail(limit, tools) }]
}
