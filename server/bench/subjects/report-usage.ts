// Loaded before a subject with --import: tells its parent what the process has used so far, so that
// no subject needs to know that it is measured. Ends the process when the parent has gone.

export type Usage = {
  /** In user and system mode, since the process began. */
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
