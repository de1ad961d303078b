import { logger } from '@/lib/platform/logger'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { startWorker } from '@/lib/worker/start'

// A worker in a process of its own, for tests that kill it. Its clock runs ahead, so that a lease ends in seconds.
const {
  SMTP_URL: smtpUrl,
  MAIL_FROM: from = '',
  CLOCK_STARTS_AT: startsAt,
  CLOCK_STARTED_AT: startedAt,
  CLOCK_SPEED: speed,
} = process.env
const now = () => new Date(Number(startsAt) + (Date.now() - Number(startedAt)) * Number(speed))
const transport = createMailTransport({ smtpUrl, mailDir: '/nowhere', from })
startWorker({ transport, logger, now, pollMs: 50 })
