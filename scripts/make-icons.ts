import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../web/e2e/support/browser.ts'

// Draws the icons of the installed app from `icon.svg`, which browsers take as it is. Its output is committed:
// run it after a change of the sign, and look at what it drew.

const web = join(import.meta.dirname, '../web')
const source = readFileSync(join(web, 'src/app/icon.svg'), 'utf8')
const sign = source.match(/<g[\s\S]*<\/g>/)?.[0]
const green = source.match(/fill="(#\w{6})"/)?.[1]
if (!sign || !green) throw new Error('icon.svg was expected to have a colour and one group.')

/** The sign at a share of the icon's width, on a square that the system may cut to any shape, or on nothing. */
function draw(share: number, background: 'square' | 'nothing'): string {
  const square = background === 'square' ? `<rect width="32" height="32" fill="${green}"/>` : ''
  const move = 16 * (1 - share)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${square}<g transform="translate(${move} ${move}) scale(${share})">${sign}</g></svg>`
}

const icons: Record<string, { size: number; svg: string }> = {
  'icon-192': { size: 192, svg: source },
  'icon-512': { size: 512, svg: source },
  // Its safe zone is a circle of 80 %, and the sign has margins of its own.
  'maskable-512': { size: 512, svg: draw(0.86, 'square') },
  'monochrome-512': { size: 512, svg: draw(1, 'nothing') },
  // What Android shows in its status bar.
  'badge-96': { size: 96, svg: draw(1.3, 'nothing') },
  'apple-180': { size: 180, svg: draw(0.92, 'square') },
}

const browser = await launchBrowser()
try {
  for (const [name, { size, svg }] of Object.entries(icons)) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`)
    const png = await page.screenshot({ omitBackground: true })
    writeFileSync(join(web, 'public/icons', `${name}.png`), png)
    await page.close()
  }
} finally {
  await browser.close()
}
