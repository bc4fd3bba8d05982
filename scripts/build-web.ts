import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { putBackStaticFiles, setAsideStaticFiles } from './product/earlier-files.ts'
import { buildServiceWorker } from './product/service-worker.ts'

// Builds all of the web app: its service worker, and Next's part. `npm run build --workspace web` runs it in
// containers and on Vercel, `npm start` when the sources have changed.

const web = join(import.meta.dirname, '../web')
const nextFolder = join(web, '.next')
const nextCommand = createRequire(join(web, 'package.json')).resolve('next/dist/bin/next')

await buildServiceWorker()
setAsideStaticFiles(nextFolder, Date.now())
const child = spawn(process.execPath, [nextCommand, 'build'], { cwd: web, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
const [code] = (await once(child, 'exit')) as [number | null]
if (code === 0) putBackStaticFiles(nextFolder, Date.now())
process.exitCode = code ?? 1
