import type { ReactNode } from 'react'

/** Adds vertical space between blocks of text, and more above headings. The styles are in `app/flow.css`. */
export const Flow = ({ children }: { children: ReactNode }) => <div className="flow">{children}</div>
