import { dateAndTime, isoLocal } from '@/lib/platform/time'

/** Shows a text such as "maandag 17 oktober 2022, 14.00 uur". */
export function DateTime({ value }: { value: Date }) {
  return <time dateTime={isoLocal(value)}>{dateAndTime(value)}</time>
}
