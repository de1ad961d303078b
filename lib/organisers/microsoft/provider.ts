import { z } from 'zod'
import { audit } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/organiser-scopes'
import { env, siteUrl } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'

const defaultAuthority = 'https://login.microsoftonline.com'

/** Whether people can log in with Microsoft here: its three settings are there. */
export const isMicrosoftLoginEnabled = () => Boolean(env().MICROSOFT_TENANT_ID)

/** better-auth's settings for it; nothing when it is not set up. It never makes an organiser. */
export function microsoftProviderOptions() {
  const { MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET, MICROSOFT_AUTHORITY } = env()
  if (!MICROSOFT_TENANT_ID || !MICROSOFT_CLIENT_ID || !MICROSOFT_CLIENT_SECRET) return {}
  const authority = (MICROSOFT_AUTHORITY ?? defaultAuthority).replace(/\/+$/, '')
  const expectedToken = {
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
        redirectURI: `${siteUrl()}${routes.microsoftCallback()}`,
        disableSignUp: true,
        disableIdTokenSignIn: true,
        disableProfilePhoto: true,
        disableDefaultScope: true,
        scope: ['openid', 'profile', 'email'],
        // Without an address better-auth refuses.
        mapProfileToUser: async (claims: unknown) => ({
          email: (await findOrganiserEmail(claims, expectedToken)) ?? '',
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

type ExpectedToken = { audience: string; tenant: string; issuer: string }

/**
 * The address of the organiser that an ID token is about, or null: then there is no way in. The token comes straight from the
 * token endpoint over TLS, which stands for its signature (OpenID Connect Core, 3.1.3.7, 6); from which tenant, and for whom,
 * is looked at here, as another tenant can put any address in its tokens.
 */
async function findOrganiserEmail(token: unknown, { audience, tenant, issuer }: ExpectedToken): Promise<string | null> {
  const { data: claims } = claimsSchema.safeParse(token)
  if (!claims || claims.iss !== issuer || claims.aud !== audience || claims.tid !== tenant) return null
  const email = (claims.email ?? claims.preferred_username ?? '').trim().toLowerCase()
  const linkedAccount = await db().account.findFirst({
    where: { providerId: 'microsoft', accountId: claims.oid },
    select: { organiser: { select: { email: true } } },
  })
  if (linkedAccount) return linkedAccount.organiser.email
  await acceptInvitationOnLogin(email, new Date(claims.iat * 1000))
  const organiser = await db().organiser.findFirst({ where: { email, ...canLogIn }, select: { email: true } })
  return organiser?.email ?? null
}

/** Microsoft says whose address it is, as well as a mail to it would: that takes the invitation, while it lasts. */
async function acceptInvitationOnLogin(email: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const [organiser] = await tx.organiser.updateManyAndReturn({
      where: { email, acceptedAt: null, endedAt: null, tokenExpiresAt: { gt: now } },
      data: { acceptedAt: now, tokenVersion: { increment: 1 }, tokenExpiresAt: null },
      select: { id: true },
    })
    if (!organiser) return
    const { id } = organiser
    const entry = { action: 'invitationAccepted', subjectType: 'organiser', subjectId: id } as const
    await audit(tx, { at: now, actor: { organiserId: id }, ...entry })
  })
}
