/** Four woven strands, hidden from screen readers: the name is next to it. */
export function Logo() {
  return (
    <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" strokeWidth="5">
        <path d="M10.5 3v14.5M10.5 25.5V29M21.5 3v3.5M21.5 14.5V29" stroke="currentColor" />
        <path d="M3 10.5h3.5M14.5 10.5H29M3 21.5h14.5M25.5 21.5H29" stroke="var(--aanschuif-mark)" />
      </g>
    </svg>
  )
}
