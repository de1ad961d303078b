import type { ReactNode } from 'react'

/** Blocks of text with vertical spacing, and more of it above headings. The styles are in `app/flow.css`. */
export const Flow = ({ children }: { children: ReactNode }) => <div className="flow">{children}</div>
