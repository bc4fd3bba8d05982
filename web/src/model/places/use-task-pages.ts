'use client'

import type { Client } from '@urql/core'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useClient } from 'urql'
import { useConnection } from '../../graphql/graphql-provider.tsx'
import { useToday } from '../shell/use-clock.ts'
import { createTaskPages, type TaskPages, type TaskPagesState } from './task-pages.ts'
import type { TaskRequest } from './task-request.ts'

/** The day on which each request was loaded, by its contents: on another day it is loaded again. */
const loadedOn = new WeakMap<Client, Map<string, string>>()

export type ShownTaskPages = TaskPagesState & Pick<TaskPages, 'loadMore' | 'retry'>

/**
 * The tasks of a place. What was loaded before is shown at once, and needs no renewal while live
 * changes keep it true; after midnight, when other tasks are today's, it is loaded again.
 */
export function useTaskPages(request: TaskRequest): ShownTaskPages {
  const client = useClient()
  const { status } = useConnection()
  const today = useToday()
  const key = JSON.stringify(request)
  const pages = useMemo(() => {
    const days = loadedOn.get(client) ?? new Map<string, string>()
    loadedOn.set(client, days)
    const parsed = JSON.parse(key) as TaskRequest
    const isTrue = () => parsed.kind === 'tasks' && status.read().live && days.get(key) === today
    return createTaskPages(client, parsed, () => (isTrue() ? 'cache-first' : 'cache-and-network'))
  }, [client, status, key, today])
  const state = useSyncExternalStore(pages.subscribe, pages.read, pages.read)

  useEffect(() => {
    if (state.tasks) loadedOn.get(client)?.set(key, today)
  }, [client, key, today, state.tasks])

  const { loadMore, retry } = pages
  // Once the API answers again, what couldn't be loaded loads by itself.
  const live = useSyncExternalStore(
    status.subscribe,
    () => status.read().live,
    () => false,
  )
  useEffect(() => {
    if (live) retry()
  }, [live, retry])

  return { ...state, loadMore, retry }
}
