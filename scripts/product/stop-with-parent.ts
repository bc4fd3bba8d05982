// Stops this process as SIGTERM would when the one that started it is gone. Loaded before the code
// of each part: a killed `npm start` would otherwise leave its parts running. The starting scripts
// load it as well: a SIGTERM sent to npm ends npm and the shell between, and never arrives here.

const checkEveryMs = 500

function stop(): void {
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit()
}

if (process.channel) {
  // The word to stop comes this way where there are no signals (Windows).
  process.on('disconnect', stop)
  process.on('message', (message) => {
    if (message === 'stop') stop()
  })
  process.channel.unref()
} else {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, checkEveryMs)
  timer.unref()
}
