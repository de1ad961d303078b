/** A field that people neither see, hear nor reach with a key; a program that fills in everything fills this in too. */
export function Honeypot() {
  return (
    <div className="visually-hidden" inert>
      <label htmlFor="website">Laat dit veld leeg</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
    </div>
  )
}
