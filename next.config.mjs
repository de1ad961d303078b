/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', 'pino', 'better-auth', 'nodemailer'],
  experimental: { serverActions: { bodySizeLimit: '64kb' } },
}
