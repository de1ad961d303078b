import { createHmac } from 'node:crypto'

/**
 * Returns the value of NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, derived from the first secret of APP_SECRET. Next mixes the key
 * into the ids of server actions: with a random key, a new build would refuse every form that is open in a browser. A build
 * without APP_SECRET uses a fixed key. That reveals nothing, because no action captures variables, which Next would encrypt.
 */
export function serverActionsKey(appSecret = ''): string {
  const secret = appSecret
    .split(',')
    .map((each) => each.trim())
    .find(Boolean)
  return createHmac('sha256', secret ?? 'build-without-secret')
    .update('server-actions')
    .digest('base64')
}
