/** The pages under /settings, in the order in which they are listed; the first is shown at /settings. */
export const settingsPages = [
  { path: '/settings/profile', label: 'Profile' },
  { path: '/settings/notifications', label: 'Notifications' },
  { path: '/settings/sign-in', label: 'Sign-in' },
  { path: '/settings/sessions', label: 'Sessions' },
  { path: '/settings/tokens', label: 'Access tokens' },
  { path: '/settings/webhooks', label: 'Webhooks' },
  { path: '/settings/data', label: 'Data' },
] as const
