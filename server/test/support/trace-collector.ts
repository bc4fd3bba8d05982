import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Json } from './ask.ts'

export type CollectedSpan = {
  traceId: string
  spanId: string
  parentSpanId: string
  name: string
  attributes: Record<string, unknown>
  isError: boolean
}

export interface TraceCollector extends AsyncDisposable {
  endpoint: string
  /** All that has arrived so far. */
  spans: CollectedSpan[]
  /** The services they came from. */
  services: Set<string>
  /** Everything as it was sent. */
  text(): string
}

/** Takes spans as an OpenTelemetry collector does: OTLP in JSON over HTTP, on 127.0.0.1. */
export async function startTraceCollector(): Promise<TraceCollector> {
  const spans: CollectedSpan[] = []
  const services = new Set<string>()
  const bodies: Json[] = []
  const server = createServer(async (request, response) => {
    const body = (await json(request)) as Json
    if (request.url !== '/v1/traces') return void response.writeHead(404).end()
    bodies.push(body)
    for (const { resource, scopeSpans } of body.resourceSpans) {
      services.add(String(readAttributes(resource.attributes)['service.name']))
      for (const { spans: sent } of scopeSpans) spans.push(...sent.map(readSpan))
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    services,
    text: () => JSON.stringify(bodies),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function readSpan({ attributes, status, parentSpanId = '', ...span }: Json): CollectedSpan {
  const { traceId, spanId, name } = span
  const isError = status.code === 2
  return { traceId, spanId, parentSpanId, name, isError, attributes: readAttributes(attributes) }
}

function readAttributes(attributes: Json): Record<string, unknown> {
  return Object.fromEntries(
    attributes.map(({ key, value }: Json) => [key, Object.values(value)[0]]),
  )
}
