import { dateAndTime, isoLocal } from '@/lib/platform/time'

/** A moment in words: "maandag 17 oktober 2022, 14.00 uur". */
export function At({ moment }: { moment: Date }) {
  return <time dateTime={isoLocal(moment)}>{dateAndTime(moment)}</time>
}
