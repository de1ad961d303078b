import type { IncomingMessage } from 'node:http'

/** The request header that holds the client's IP address. The request handler overwrites what the client sent in it. */
export const clientIpHeader = 'x-aanschuif-ip'

/** Returns the client's IP address, which the request handler put in the headers. */
export const clientIp = (headers: { get(name: string): string | null }): string => headers.get(clientIpHeader) ?? ''

/** Returns the client's IP address, as the outermost of `trustedProxies` proxies appended it to X-Forwarded-For. */
export function findClientIp(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  const socketAddress = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return socketAddress
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return forwarded.at(-trustedProxies) ?? socketAddress
}
