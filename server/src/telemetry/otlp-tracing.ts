import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Attributes,
  type Context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { isDatabaseUnavailable } from '../db/database-errors.ts'
import { hideSecret } from '../domain/text/hide-secret.ts'
import type { Tracing } from './tracing.ts'

const batchMs = 1_000
const exportTimeoutMs = 5_000

/**
 * Sends spans by OTLP over HTTP to `<endpoint>/v1/traces`, named by the semantic conventions for HTTP,
 * GraphQL and databases. The exporter reads OpenTelemetry's other variables by itself, such as
 * OTEL_EXPORTER_OTLP_HEADERS. A collector that is away costs the spans and nothing else.
 *
 * Contexts travel in a storage of our own instead of the global one, so that several apps can run in
 * one process.
 */
export function startOtlpTracing(endpoint: string): Tracing {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint}/v1/traces`,
    timeoutMillis: exportTimeoutMs,
  })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'tend-api' }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: batchMs })],
  })
  const tracer = provider.getTracer('tend')
  const propagator = new W3CTraceContextPropagator()
  const contexts = new AsyncLocalStorage<Context>()

  const isTraced = () => trace.getSpan(contexts.getStore() ?? ROOT_CONTEXT)?.isRecording() ?? false

  async function traceWork<T>(
    name: string,
    options: { kind: SpanKind; attributes: Attributes },
    work: () => T,
  ): Promise<Awaited<T>> {
    const parent = contexts.getStore() ?? ROOT_CONTEXT
    const span = tracer.startSpan(name, options, parent)
    try {
      return await contexts.run(trace.setSpan(parent, span), work)
    } catch (error) {
      fail(span, isDatabaseUnavailable(error) ? 'unavailable' : 'error')
      throw error
    } finally {
      span.end()
    }
  }

  return {
    beginRequest({ method = 'GET', url, headers }) {
      const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter)
      const path = hideSecret(url?.split('?')[0] ?? '/')
      const attributes = { 'http.request.method': method, 'url.path': path }
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, parent)
      return {
        run: (work) => contexts.run(trace.setSpan(parent, span), work),
        end(facts, status) {
          if (!span.isRecording()) return
          span.setAttribute('http.response.status_code', status)
          if (facts.userId) span.setAttribute('user.id', facts.userId)
          if (facts.code) span.setAttribute('tend.error_code', facts.code)
          if (status >= 500 || facts.code === 'INTERNAL_SERVER_ERROR') fail(span, facts.code)
          span.end()
        },
      }
    },
    traceOperation({ kind, name }, work) {
      if (!isTraced()) return work()
      const attributes = {
        'graphql.operation.type': kind,
        ...(name && { 'graphql.operation.name': name }),
      }
      const spanName = name ? `${kind} ${name}` : kind
      return traceWork(spanName, { kind: SpanKind.INTERNAL, attributes }, work) as ReturnType<
        typeof work
      >
    },
    // Only what a request waits for: jobs, and live results after their beginning, have no end to show.
    traceStatement(sql, work) {
      if (!isTraced()) return work()
      const verb = sql.trimStart().split(/\s/, 1)[0]?.toLowerCase() ?? 'query'
      const attributes = { 'db.system.name': 'postgresql', 'db.query.text': sql }
      return traceWork(verb, { kind: SpanKind.CLIENT, attributes }, work)
    },
    [Symbol.asyncDispose]: () => provider.shutdown().catch(() => {}),
  }
}

/** The code says what went wrong; an error's own words may hold what somebody wrote. */
function fail(span: Span, type = 'error'): void {
  span.setAttribute('error.type', type)
  span.setStatus({ code: SpanStatusCode.ERROR })
}
