// Loaded before a subject with --import: reports to its parent what the process has used so far, so
// that the subject's code doesn't have to. Ends the process when the parent has gone.

export type Usage = {
  /** User and system CPU time, since the process began. */
  cpuMs: number
  residentBytes: number
}

process.on('message', (message) => {
  if (message !== 'usage') return
  const { user, system } = process.cpuUsage()
  const usage: Usage = {
    cpuMs: (user + system) / 1000,
    residentBytes: process.memoryUsage.rss(),
  }
  process.send?.({ usage })
})
process.on('disconnect', () => process.exit())
