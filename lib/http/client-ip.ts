import type { IncomingMessage } from 'node:http'

/** The request header that holds the client address. The request handler overwrites what came from outside. */
export const clientIpHeader = 'x-aanschuif-ip'

/** Returns the client address that the request handler determined. */
export const clientIp = (headers: { get(name: string): string | null }): string => headers.get(clientIpHeader) ?? ''

/** Returns the address that the outermost trusted proxy saw. Each proxy appends one to X-Forwarded-For. */
export function findClientIp(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  const socketAddress = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return socketAddress
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return forwarded.at(-trustedProxies) ?? socketAddress
}
