// What every page has in its head, whichever of Next's routers renders it.

export const applicationName = 'Tend'

export const description = 'A quiet place for everything you mean to do.'

/** The colour of the browser's own frame, by the system's scheme. */
export const themeColors = { light: '#ffffff', dark: '#141613' } as const

/** For the home screen of an iPhone, which cuts it to its own shape. */
export const appleIcon = '/icons/apple-180.png'
