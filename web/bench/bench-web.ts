/**
 * Does the web app keep its budgets? Starts the product as `npm start` runs it, on an embedded
 * database with an account of 10,000 open tasks, and measures in a browser whose CPU is slowed.
 *
 *     npm run bench:web
 *     npm run bench:web -- --help
 */
import { parseArgs } from 'node:util'
import { printTable } from '../../server/bench/print-table.ts'
import { measureActions } from './actions.ts'
import { openAllTasks } from './all-tasks.ts'
import { findMidPhoneSlowdown, measureSpeed } from './calibrate.ts'
import type { Figure } from './figure.ts'
import { type FilledProduct, startFilledProduct } from './filled-product.ts'
import { measureFirstLoad } from './first-load.ts'
import { measureWithLighthouse } from './lighthouse.ts'
import { measurePopups } from './popups.ts'
import { measureScrolling } from './scrolling.ts'
import type { Settings } from './settings.ts'
import { measureStart } from './start.ts'

const parts = {
  size: measureFirstLoad,
  start: measureStart,
  popups: measurePopups,
  tasks: measureWithAllTasks,
  lighthouse: measureWithLighthouse,
} satisfies Record<string, (product: FilledProduct, settings: Settings) => Promise<Figure[]>>

async function measureWithAllTasks(product: FilledProduct, settings: Settings): Promise<Figure[]> {
  await using tasks = await openAllTasks(product, settings)
  return [...(await measureScrolling(tasks, settings)), ...(await measureActions(tasks, settings))]
}

const help = `Options, each with its default:
  --only ${Object.keys(parts).join(',')}
  --tasks 10000        how many the account has
  --slowdown           how many times slower the CPU is made; by default until it is a mid phone's
  --rounds 15          how often each action is done
  --profiles           a folder to write CPU profiles into`

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(parts).join(',') },
    tasks: { type: 'string', default: '10000' },
    slowdown: { type: 'string' },
    rounds: { type: 'string', default: '15' },
    profiles: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(help)
else await benchWeb()

async function benchWeb(): Promise<void> {
  const wanted = values.only.split(',')
  await using product = await startFilledProduct(Number(values.tasks))
  const slowdown = Number(values.slowdown ?? (await findMidPhoneSlowdown(product.browser)))
  const settings: Settings = {
    tasks: Number(values.tasks),
    slowdown,
    rounds: Number(values.rounds),
    profiles: values.profiles,
  }
  const figures = await measureSpeed(product.browser, slowdown)
  for (const [name, measure] of Object.entries(parts)) {
    if (!wanted.includes(name)) continue
    process.stderr.write(`measuring ${name}\n`)
    figures.push(...(await measure(product, settings)))
  }
  // Once more: it may have changed meanwhile.
  figures.push(...(await measureSpeed(product.browser, slowdown)))
  printTable(
    ['What', 'Measured', 'Budget', 'Kept'],
    figures.map(({ what, measured, budget = '', kept }) => [
      what,
      measured,
      budget,
      kept === undefined ? '' : kept ? 'yes' : 'no',
    ]),
  )
}
