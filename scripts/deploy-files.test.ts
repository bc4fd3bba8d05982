import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { serverVariables } from '../server/src/env.ts'
import { webVariables } from '../web/src/env.ts'

// Building the images takes an engine, which `.github/workflows/ci.yml` has. What can be checked
// without one is checked here: that the files name what exists.

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const dockerfile = read('Dockerfile')
const compose = parse(read('compose.yaml'), { merge: true })
const listMatches = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), (match) => match[1] ?? '')

describe('Dockerfile', () => {
  test('copies only files that exist and that .dockerignore allows', () => {
    const ignored = read('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ['**/node_modules/**'] }))
    const sources = listMatches(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((paths) =>
      paths.split(' '),
    )
    expect(sources.length).toBeGreaterThan(5)
    for (const source of sources) {
      expect(existsSync(join(root, source)), source).toBe(true)
      expect(ignored).not.toContain(source)
    }
  })

  test('installs for its build exactly as CI does', () => {
    expect(read('.ci/run')).toContain('if ! npm ci; then')
    expect(dockerfile).toMatch(/^RUN npm ci$/m)
  })

  test('runs programs and scripts that exist', () => {
    const programs = listMatches(dockerfile, /^CMD .*"([\w./-]+\.ts)"\]$/gm)
    expect(programs).toEqual(['server/src/main.ts', 'web/src/serve.ts'])
    for (const program of programs) expect(existsSync(join(root, program)), program).toBe(true)
    expect(JSON.parse(read('web/package.json')).scripts).toHaveProperty('build')
  })

  test('includes the documentation, which the API serves', () => {
    const api = dockerfile.split(/^FROM /m).find((stage) => stage.startsWith('packages AS api'))
    expect(api).toMatch(/^COPY docs docs$/m)
  })

  test('includes everything that runs: none of it is a development dependency', () => {
    const { dependencies } = JSON.parse(read('package.json'))
    expect(dependencies).toHaveProperty('node')
  })
})

describe('compose.yaml', () => {
  test('builds the images that the Dockerfile has', () => {
    const targets = listMatches(dockerfile, /^FROM \S+ AS (\w+)$/gm)
    for (const part of ['api', 'web']) {
      expect(targets).toContain(part)
      expect(compose.services[part].build).toEqual({ context: '.', target: part })
    }
  })

  test('lets no container write more than it needs, nor do what only root may', () => {
    for (const [name, service] of Object.entries<Record<string, unknown>>(compose.services)) {
      expect(service.cap_drop, name).toEqual(['ALL'])
      expect(service.cap_add, name).toBeUndefined()
      expect(service.privileged, name).toBeUndefined()
      expect(service.security_opt, name).toEqual(['no-new-privileges:true'])
    }
    for (const part of ['api', 'web']) {
      expect(compose.services[part].read_only).toBe(true)
      expect(compose.services[part].tmpfs).toContain('/tmp')
    }
    expect(dockerfile.match(/^USER node$/gm)).toHaveLength(2)
    expect(compose.services.database.user).toBe('postgres')
  })

  test('sets only variables that are read', () => {
    const known = [...serverVariables, ...webVariables]
    for (const part of ['api', 'web'])
      for (const name of Object.keys(compose.services[part].environment))
        expect(known).toContain(name)
  })

  test('listens within its containers, and publishes the ports that the images expose on this computer alone', () => {
    for (const part of ['api', 'web'])
      expect(compose.services[part].environment.HOST).toBe('0.0.0.0')
    const ports = listMatches(dockerfile, /^EXPOSE (\d+)$/gm)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Compose that fills it in.
    const host = '${HOST:-127.0.0.1}'
    expect(ports.map((port) => [`${host}:${port}:${port}`])).toEqual([
      compose.services.api.ports,
      compose.services.web.ports,
    ])
  })

  test('makes the role and the database as the documents say', () => {
    const sql = compose.configs['make-role'].content as string
    for (const statement of sql.trim().split('\n')) {
      const [head = ''] = statement.split(' password ')
      expect(read('docs/operations.md')).toContain(head.replace(/;$/, ''))
    }
  })
})

test('the workflow on GitHub runs the same script as everybody', () => {
  const { jobs } = parse(read('.github/workflows/ci.yml'))
  const commands = jobs['check-and-test'].steps.map((step: { run?: string }) => step.run)
  expect(commands).toContain('.ci/run')
})
