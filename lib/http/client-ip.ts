import type { IncomingMessage } from 'node:http'

/** The header in which the front door tells the site who asks, in place of whatever came in from outside. */
export const clientIpHeader = 'x-aanschuif-ip'

/** Who asks, as the front door says. No other header says anything about an address. */
export function clientIp(headers: { get(name: string): string | null }): string {
  return headers.get(clientIpHeader) ?? ''
}

/** The address as the outermost trusted proxy saw it: each proxy adds one to the end of X-Forwarded-For. */
export function findClientIp(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  const socketAddress = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return socketAddress
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return forwarded.at(-trustedProxies) ?? socketAddress
}
