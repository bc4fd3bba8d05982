import { type Logger, pino } from 'pino'
import type { LogLevel } from './env.ts'

export type { Logger }

/** Structured lines on standard output; what a person wrote and what opens doors never gets in. */
export function createLogger(level: LogLevel): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['*.authorization', '*.cookie', '*.token', '*.password', '*.title', '*.description'],
  })
}
