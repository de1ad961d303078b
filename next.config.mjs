/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` looks at the types; whoever only starts the site need not wait for that.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', 'pino', 'better-auth'],
  experimental: { serverActions: { bodySizeLimit: '64kb' } },
}
