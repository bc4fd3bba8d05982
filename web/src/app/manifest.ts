import type { MetadataRoute } from 'next'
import { applicationName, description, themeColors } from '../page-frame.ts'

const png = { type: 'image/png' } as const

/** What the app is once it is installed. Its addresses `?add` and `?title=…` are read by `installed/add-request.ts`. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: applicationName,
    short_name: applicationName,
    description,
    lang: 'en',
    categories: ['productivity'],
    start_url: '/inbox',
    scope: '/',
    display: 'standalone',
    // The pages' own `theme-color` says what it is in the dark.
    theme_color: themeColors.light,
    background_color: themeColors.light,
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icons/icon-192.png', sizes: '192x192', ...png, purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', ...png, purpose: 'any' },
      { src: '/icons/maskable-512.png', sizes: '512x512', ...png, purpose: 'maskable' },
      {
        src: '/icons/monochrome-512.png',
        sizes: '512x512',
        ...png,
        purpose: 'monochrome',
      },
    ],
    shortcuts: [
      {
        name: 'Add a task',
        url: '/inbox?add',
        icons: [{ src: '/icons/icon-192.png', sizes: '192x192', ...png }],
      },
      {
        name: 'Today',
        url: '/today',
        icons: [{ src: '/icons/icon-192.png', sizes: '192x192', ...png }],
      },
    ],
    share_target: {
      action: '/inbox',
      method: 'GET',
      enctype: 'application/x-www-form-urlencoded',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  }
}
