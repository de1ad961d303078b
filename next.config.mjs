/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types, so that a start does not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', 'pino', 'better-auth'],
  experimental: { serverActions: { bodySizeLimit: '64kb' } },
}
