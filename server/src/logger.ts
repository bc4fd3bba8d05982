import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import type { LogLevel } from './env.ts'

export type { Logger }

/**
 * Structured lines; what a person wrote and what opens doors never gets in.
 *
 * @param destination standard output by default
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['*.authorization', '*.cookie', '*.token', '*.password', '*.title', '*.description'],
  }
  return destination ? pino(options, destination) : pino(options)
}
