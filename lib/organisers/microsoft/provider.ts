import { z } from 'zod'
import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { env, siteUrl } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { acceptPendingInvitation } from '../account-links'

/** Returns whether Microsoft login is configured. Its settings are checked at start-up: all three or none. */
export const isMicrosoftLoginEnabled = () => Boolean(env().MICROSOFT_TENANT_ID)

/**
 * Returns the options of better-auth for Microsoft login, or none if it is disabled. TLS to the token endpoint replaces the
 * signature check of the ID token (OpenID Connect Core, 3.1.3.7, 6). Issuer, audience and tenant are checked here, because
 * another tenant can put any address in its tokens.
 */
export function microsoftProviderOptions() {
  const { MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET, MICROSOFT_AUTHORITY } = env()
  if (!MICROSOFT_TENANT_ID || !MICROSOFT_CLIENT_ID || !MICROSOFT_CLIENT_SECRET) return {}
  const authority = (MICROSOFT_AUTHORITY ?? 'https://login.microsoftonline.com').replace(/\/+$/, '')
  const claimsSchema = z.object({
    iss: z.literal(`${authority}/${MICROSOFT_TENANT_ID}/v2.0`),
    aud: z.literal(MICROSOFT_CLIENT_ID),
    tid: z.literal(MICROSOFT_TENANT_ID),
    /** Permanent id of the person in this tenant. An e-mail address is no such id: it may pass to another person. */
    oid: z.string().min(1),
    iat: z.int(),
    email: z.string().optional(),
    preferred_username: z.string().optional(),
  })
  return {
    socialProviders: {
      microsoft: {
        authority,
        tenantId: MICROSOFT_TENANT_ID,
        clientId: MICROSOFT_CLIENT_ID,
        clientSecret: MICROSOFT_CLIENT_SECRET,
        redirectURI: `${siteUrl()}${routes.microsoftCallback()}`,
        disableSignUp: true,
        disableIdTokenSignIn: true,
        disableProfilePhoto: true,
        disableDefaultScope: true,
        scope: ['openid', 'profile', 'email'],
        // better-auth refuses a profile without an address.
        mapProfileToUser: async (token: unknown) => {
          const { data: claims } = claimsSchema.safeParse(token)
          return { email: (claims && (await findOrganiserEmail(claims))) ?? '', emailVerified: true }
        },
      },
    },
  }
}

type Claims = { oid: string; iat: number; email?: string; preferred_username?: string }

/**
 * Returns the e-mail address of the organiser whom the claims of a Microsoft ID token identify, or `null` to refuse the
 * login. Accepts a pending invitation of that organiser, as if the link in the mail were used.
 */
async function findOrganiserEmail(claims: Claims): Promise<string | null> {
  const email = (claims.email ?? claims.preferred_username ?? '').trim().toLowerCase()
  const linkedAccount = await db().account.findFirst({
    where: { providerId: 'microsoft', accountId: claims.oid },
    select: { organiser: { select: { email: true } } },
  })
  if (linkedAccount) return linkedAccount.organiser.email
  await db().$transaction((tx) => acceptPendingInvitation(tx, { email }, { now: new Date(claims.iat * 1000) }))
  const organiser = await db().organiser.findFirst({ where: { email, ...canLogIn }, select: { email: true } })
  return organiser?.email ?? null
}
