/** Renders a field that people cannot see, hear or reach by keyboard. Only bots fill it in. */
export function Honeypot() {
  return (
    <div className="visually-hidden" inert>
      <label htmlFor="website">Laat dit veld leeg</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
    </div>
  )
}
