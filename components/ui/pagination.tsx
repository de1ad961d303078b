import { Link } from '@utrecht/component-library-react'
import styles from './pagination.module.css'

type Props = { page: number; pages: number; hrefFor: (page: number) => string }

/** Shows links to the previous and next page of a list. Renders nothing for a single page. */
export function Pagination({ page, pages, hrefFor }: Props) {
  if (pages <= 1) return null
  return (
    <nav aria-label="Pagina's" className={styles.pagination}>
      {page > 1 ? (
        <Link href={hrefFor(page - 1)} className={styles.target} rel="prev">
          Vorige pagina
        </Link>
      ) : null}
      <span>
        Pagina {page} van {pages}
      </span>
      {page < pages ? (
        <Link href={hrefFor(page + 1)} className={styles.target} rel="next">
          Volgende pagina
        </Link>
      ) : null}
    </nav>
  )
}
