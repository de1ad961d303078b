import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runCommand } from '@/tests/support/run/command'

export type ImapServer = {
  port: number
  /** URL with a login by password. */
  url: string
  /** Access tokens that XOAUTH2 accepts. */
  tokens: Set<string>
  /** Stops and later starts the server, with the same mails. */
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export const mailboxUser = 'aanmelden@example.nl'
export const mailboxPassword = 'geheim/2026@'

const dovecot = '/usr/sbin/dovecot'
const isRoot = process.getuid?.() === 0

/**
 * Returns whether Dovecot 2.3 is installed. On Debian, as root, installs it first. No maintained npm package is an IMAP
 * server, and a server written for these tests would share the mistakes of the code under test.
 */
export async function ensureDovecot(): Promise<boolean> {
  if (!canStart() && isRoot && existsSync('/etc/debian_version')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const options = ['-o', 'DPkg::Lock::Timeout=300', '-y', '--no-install-recommends']
    await runCommand('apt-get', ['update'], { show: false, env, seconds: 120 })
    await runCommand('apt-get', ['install', ...options, 'dovecot-imapd'], { show: false, env, seconds: 300 })
  }
  if (canStart()) return true
  console.log('No Dovecot 2.3 found (`apt install dovecot-imapd`): reading a real mailbox is not tested.')
  return false
}

const canStart = () => existsSync(dovecot) && /^2\.3\./.test(spawnSync(dovecot, ['--version']).stdout?.toString() ?? '')

/** Starts a Dovecot without encryption on loopback, with one empty mailbox. */
export async function startDovecot(): Promise<ImapServer> {
  const dir = await mkdtemp(path.join(tmpdir(), 'aanschuif-imap-'))
  // The login process is another user.
  await chmod(dir, 0o755)
  const tokens = new Set<string>()
  const introspection = await startIntrospection(tokens)
  const port = await freePort()
  const config = path.join(dir, 'dovecot.conf')
  await writeFile(config, dovecotConfig(dir, port))
  await writeFile(path.join(dir, 'users'), `${mailboxUser}:{PLAIN}${mailboxPassword}\n`)
  await writeFile(path.join(dir, 'oauth2.conf'), oauthConfig(introspection.port))
  await mkdir(path.join(dir, 'mail'))
  if (isRoot) await chownToMailUser(path.join(dir, 'mail'))
  let child: ChildProcess | null = null

  const login = `${encodeURIComponent(mailboxUser)}:${encodeURIComponent(mailboxPassword)}`
  const server: ImapServer = {
    port,
    url: `imap://${login}@127.0.0.1:${port}`,
    tokens,
    async start() {
      child = spawn(dovecot, ['-F', '-c', config], { stdio: 'ignore' })
      process.once('exit', () => child?.kill())
      await waitForPort(port, () => child?.exitCode !== null).catch(async (error) => {
        const log = await readFile(path.join(dir, 'log'), 'utf8').catch(() => '')
        throw new Error(`Dovecot does not start: ${log}`, { cause: error })
      })
    },
    async stop() {
      if (child && child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      child = null
    },
    async close() {
      await server.stop()
      await introspection.close()
      await rm(dir, { recursive: true, force: true, maxRetries: 10 })
    },
  }
  await server.start()
  return server
}

// Dovecot refuses to open mailboxes as root, so as root the mail belongs to the user that the package brings along.
const mailUser = isRoot ? 'dovecot' : (process.env.USER ?? 'nobody')

const dovecotConfig = (dir: string, port: number) => `
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/log
listen = 127.0.0.1
protocols = imap
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
auth_mechanisms = plain xoauth2
first_valid_uid = 1
first_valid_gid = 1
${isRoot ? '' : `default_internal_user = ${mailUser}\ndefault_login_user = ${mailUser}`}
mail_location = maildir:${dir}/mail
mail_uid = ${mailUser}
mail_gid = ${mailUser}
passdb {
  driver = passwd-file
  mechanisms = plain
  args = ${dir}/users
}
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${dir}/oauth2.conf
}
userdb {
  driver = static
  args = uid=${mailUser} gid=${mailUser} home=${dir}/mail
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
  chroot =
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`

const oauthConfig = (port: number) => `
introspection_mode = auth
introspection_url = http://127.0.0.1:${port}/
username_attribute = username
active_attribute = active
active_value = true
`

/** Answers whether an access token is valid (RFC 7662), which Dovecot asks for each login. */
async function startIntrospection(tokens: Set<string>) {
  const server = createHttpServer((request, response) => {
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ active: String(tokens.has(token)), username: mailboxUser }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections())
  return { port: (server.address() as AddressInfo).port, close }
}

async function chownToMailUser(folder: string) {
  const id = (flag: string) => Number(spawnSync('id', [flag, mailUser]).stdout.toString())
  await chown(folder, id('-u'), id('-g'))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function waitForPort(port: number, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200 && !hasEnded(); attempt += 1) {
    const socket = connect(port, '127.0.0.1')
    const answered = await once(socket, 'data').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (answered) return
    await sleep(50)
  }
  throw new Error('the server does not answer')
}
