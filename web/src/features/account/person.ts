/** Who is signed in, as far as the app's frame shows it. */
export type Person = { name: string; email: string; image?: string | null | undefined }
