import { resolve } from 'node:path'
import type { NextConfig } from 'next'

// Next reads this before it opens its telemetry; whoever runs Tend sends nothing to anybody.
process.env.NEXT_TELEMETRY_DISABLED = '1'

const config: NextConfig = {
  transpilePackages: ['@tend/server'],
  // Drivers load parts of themselves at run time, and Better Auth has adapters we don't ship.
  serverExternalPackages: ['pg', '@neondatabase/serverless', 'better-auth', 'kysely'],
  turbopack: {
    root: resolve(import.meta.dirname, '..'),
    // Half a kilobyte of the app's first load, for browsers older than those that Next itself supports.
    resolveAlias: { '../build/polyfills/polyfill-module': './src/pages-polyfills.ts' },
  },
  // `npm run check` runs `tsc` over the whole workspace; doing it again would only slow the start.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // No page has such images, and whoever asks for one would have it rendered.
  images: { unoptimized: true },
  agentRules: false,
  devIndicators: false,
  experimental: {
    agentUpgrade: false,
    // The app is the one page of its router, and leaves it by loading the next one.
    clientRouterFilter: false,
    // Every page is rendered on request (its nonce differs), so there is nothing to share out.
    cpus: 1,
    // The proxy keeps a body until its route has read it; ours are smaller than this by far.
    proxyClientMaxBodySize: '256kb',
  },
}

export default config
