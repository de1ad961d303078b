import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

/** The request header that holds the client's IP address. The request handler overwrites what the client sent in it. */
export const clientIpHeader = 'x-aanschuif-ip'

/** Returns the client's IP address, which the request handler put in the headers. */
export const clientIp = (headers: { get(name: string): string | null }): string => headers.get(clientIpHeader) ?? ''

type FoundAddress = { ip: string; problem?: 'unexpected-header' | 'not-an-address' }

/**
 * Returns the IP address that the outermost trusted proxy saw. Each proxy appends the address of its client to
 * X-Forwarded-For. Returns the address of the connection without trusted proxies or without a usable header. `problem` is
 * set if the header does not fit TRUSTED_PROXIES; rate limits then count all visitors behind the proxy together.
 */
export function findClientIp(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustedProxies: number,
): FoundAddress {
  const ip = request.socket.remoteAddress ?? ''
  const header = request.headers['x-forwarded-for']
  if (header === undefined) return { ip }
  if (trustedProxies === 0) return { ip, problem: 'unexpected-header' }
  const forwarded = String(header)
    .split(',')
    .filter((part) => part.trim() !== '')
  const address = parseNode(forwarded.at(-trustedProxies) ?? '')
  return address ? { ip: address } : { ip, problem: 'not-an-address' }
}

/**
 * Returns the IP address of a node as proxies write it, also with a port, brackets or quotes (RFC 7239, section 6):
 * `192.0.2.1:443`, `"[2001:db8::1]:443"`. Returns `null` for a name such as `unknown`.
 */
function parseNode(node: string): string | null {
  const bare = node.trim().replace(/^"(.*)"$/, '$1')
  const [, bracketed] = bare.match(/^\[([^\]]*)\](?::\w+)?$/) ?? []
  const address = bracketed ?? bare.replace(/^([\d.]+):\w+$/, '$1')
  return ipaddr.isValid(address) ? address : null
}
