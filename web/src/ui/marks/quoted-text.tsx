/**
 * A sentence in which what somebody has written is “in quotation marks”: each is isolated, so that
 * its direction, and signs that turn it, end with it (https://www.w3.org/TR/i18n-html-tech-bidi/).
 */
export function QuotedText({ text }: { text: string }) {
  const parts = text.split(/“(.*?)”/s)
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence stay where they are.
  return parts.map((part, index) => (index % 2 === 0 ? part : <bdi key={index}>“{part}”</bdi>))
}
