// Stops this process, as SIGTERM would, when its parent has ended. It is loaded before the code of each part,
// because a killed `npm start` would otherwise leave its parts running. The starting scripts load it too,
// because a SIGTERM sent to npm ends npm and the shell in between, and never arrives here.

const checkEveryMs = 500

function stop(): void {
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit()
}

if (process.channel) {
  // Where there are no signals (Windows), the request to stop comes this way.
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
