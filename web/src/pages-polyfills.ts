// In place of Next's polyfills: all but this one are in every browser that Next supports.
if (!('canParse' in URL))
  (URL as { canParse: unknown }).canParse = (url: string, base?: string) => {
    try {
      return Boolean(new URL(url, base))
    } catch {
      return false
    }
  }

export {}
