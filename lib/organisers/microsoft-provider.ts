import { z } from 'zod'
import { audit } from '@/lib/audit/commands'
import { db } from '@/lib/platform/db'
import { env, siteUrl } from '@/lib/platform/env'
import { mayLogIn } from '@/lib/platform/organiser-access'
import { routes } from '@/lib/platform/routes'

const defaultAuthority = 'https://login.microsoftonline.com'

/** Whether people can log in with Microsoft here: its three settings are there. */
export const hasMicrosoft = () => Boolean(env().MICROSOFT_TENANT_ID)

/** better-auth's settings for it; nothing when it is not set up. It never makes an organiser. */
export function microsoftProvider() {
  const { MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET, MICROSOFT_AUTHORITY } = env()
  if (!MICROSOFT_TENANT_ID || !MICROSOFT_CLIENT_ID || !MICROSOFT_CLIENT_SECRET) return {}
  const authority = (MICROSOFT_AUTHORITY ?? defaultAuthority).replace(/\/+$/, '')
  const from = {
    audience: MICROSOFT_CLIENT_ID,
    tenant: MICROSOFT_TENANT_ID,
    issuer: `${authority}/${MICROSOFT_TENANT_ID}/v2.0`,
  }
  return {
    socialProviders: {
      microsoft: {
        authority,
        tenantId: MICROSOFT_TENANT_ID,
        clientId: MICROSOFT_CLIENT_ID,
        clientSecret: MICROSOFT_CLIENT_SECRET,
        redirectURI: `${siteUrl()}${routes.microsoftReturn()}`,
        disableSignUp: true,
        disableIdTokenSignIn: true,
        disableProfilePhoto: true,
        disableDefaultScope: true,
        scope: ['openid', 'profile', 'email'],
        // Without an address better-auth refuses.
        mapProfileToUser: async (claims: unknown) => ({
          email: (await findAddress(claims, from)) ?? '',
          emailVerified: true,
        }),
      },
    },
  }
}

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  tid: z.string(),
  /** Of the person, in this tenant, for good: the address may go to somebody else. */
  oid: z.string().min(1),
  iat: z.int(),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
})

type From = { audience: string; tenant: string; issuer: string }

/**
 * The address of the organiser that an ID token is about, or null: then there is no way in. The token comes straight from the
 * token endpoint over TLS, which stands for its signature (OpenID Connect Core, 3.1.3.7, 6); from which tenant, and for whom,
 * is looked at here, as another tenant can put any address in its tokens.
 */
async function findAddress(token: unknown, { audience, tenant, issuer }: From): Promise<string | null> {
  const { data: claims } = claimsSchema.safeParse(token)
  if (!claims || claims.iss !== issuer || claims.aud !== audience || claims.tid !== tenant) return null
  const email = (claims.email ?? claims.preferred_username ?? '').trim().toLowerCase()
  const known = await db().account.findFirst({
    where: { providerId: 'microsoft', accountId: claims.oid },
    select: { organiser: { select: { email: true } } },
  })
  if (known) return known.organiser.email
  await acceptInvitation(email, new Date(claims.iat * 1000))
  const organiser = await db().organiser.findFirst({ where: { email, ...mayLogIn }, select: { email: true } })
  return organiser?.email ?? null
}

/** Microsoft says whose address it is, as well as a mail to it would: that takes the invitation, while it lasts. */
async function acceptInvitation(email: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const [organiser] = await tx.organiser.updateManyAndReturn({
      where: { email, acceptedAt: null, endedAt: null, linkExpiresAt: { gt: now } },
      data: { acceptedAt: now, linkVersion: { increment: 1 }, linkExpiresAt: null },
      select: { id: true },
    })
    if (!organiser) return
    const { id } = organiser
    const entry = { actor: `organiser:${id}`, action: 'organiser.accepted', subjectType: 'organiser', subjectId: id }
    await audit(tx, { at: now, ...entry })
  })
}
