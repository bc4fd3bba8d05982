import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import { describeError } from './domain/error-facts.ts'
import type { LogLevel } from './env.ts'

export type { Logger }

/**
 * Logs structured lines, never with a person's texts, secrets or tokens. An error goes under `err`.
 *
 * @param destination standard output by default
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (error: unknown) => describeError(error) },
    redact: ['*.authorization', '*.cookie', '*.token', '*.password', '*.title', '*.description'],
  }
  return destination ? pino(options, destination) : pino(options)
}
