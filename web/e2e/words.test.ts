import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newFeedMail } from '../../server/src/feeds/new-feed.mail.ts'
import { newTokenMail } from '../../server/src/tokens/new-token.mail.ts'
import * as mails from '../src/auth/mails/mails.ts'
import { pushObstacleWords } from '../src/installed/push-obstacle-words.ts'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, signUp } from './support/steps.ts'

// Every text that people see, in one file to be read through: `words.txt`. After a change of words,
// `npx vitest run --project browser web/e2e/words.test.ts -u` writes it again; read what it changed.

const running = shareProduct()
const settleMs = 300

test('the words of all screens and mails are those that were read through', async () => {
  const parts: string[] = []
  const known = new Set<string>()
  /** Leaves out what an earlier screen had, such as the sidebar. */
  function add(screen: string, lines: readonly string[]): void {
    const fresh = [...new Set(lines)].filter((line) => !known.has(line))
    for (const line of fresh) known.add(line)
    parts.push([`# ${screen}`, ...fresh].join('\n'))
  }
  async function read(page: Page, screen: string): Promise<void> {
    add(screen, [...(await listSettledTexts(page)), ...(await listOptions(page))])
  }

  {
    await using window = await openWindow(running)
    const { page } = window
    for (const path of ['login', 'signup', 'forgot-password', 'reset-password', 'verify-email']) {
      await page.goto(`/${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await read(page, path)
    }
    await page.goto('/goodbye')
    await read(page, 'goodbye')
    await signUp(page)
    await page.reload()
    await page.getByRole('button', { name: 'Show me around' }).waitFor()
    await read(page, 'inbox, empty')
    for (const place of [
      'today',
      'upcoming',
      'all',
      'completed',
      'trash',
      'search',
      'search?q=x',
    ]) {
      await page.goto(`/${place}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('main h2').first().waitFor()
      await read(page, place)
    }
    await page.goto('/list/01890000-0000-7000-8000-000000000000')
    await page.getByText('It may have been deleted').waitFor()
    await read(page, 'a list that isn’t there')

    await page.goto(`/inbox/task/${await fill(page)}`)
    await page.getByLabel('Title', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'History' }).click()
    await page.getByText('Created', { exact: true }).waitFor()
    await read(page, 'a task')
    for (const name of ['due', 'start', 'repeat', 'list', 'tags', 'priority']) {
      await page.locator(`[data-task-field="${name}"]`).click()
      await page.getByRole('dialog').or(page.getByRole('listbox')).first().waitFor()
      if (name === 'repeat') await page.getByRole('button', { name: 'Custom' }).click()
      await read(page, `a task: ${name}`)
      await page.keyboard.press('Escape')
      await page.waitForTimeout(settleMs)
    }
    await page.goto('/inbox')
    await page.getByRole('link', { name: /^Water the plants/ }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await read(page, 'keyboard')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByLabel('Find a place or an action').waitFor()
    await read(page, 'palette')
    await page.getByLabel('Find a place or an action').fill('zzzz')
    await read(page, 'palette, no matches')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await page.getByText('Reminders that come wait here').waitFor()
    await read(page, 'reminders, none')
    await ring(page)
    await page.getByRole('button', { name: 'Dismiss: Call the bank' }).waitFor()
    await read(page, 'reminders')
    await page.getByRole('button', { name: 'Dismiss: Call the bank' }).click()
    await waitUntilSaved(page)
    await read(page, 'reminders, dealt with')
    // Its message goes with the page.
    await page.goto('/inbox')
    await page.getByRole('link', { name: /^Water the plants/ }).waitFor()
    for (const [name, field] of [
      ['New list', 'Name of the new list'],
      ['New tag', 'Name of the new tag'],
      ['New view', 'Name of the new view'],
    ] as const) {
      await page.keyboard.press('ControlOrMeta+k')
      await page.getByLabel('Find a place or an action').fill(name)
      await page.getByRole('option', { name }).first().waitFor()
      await page.keyboard.press('Enter')
      await page
        .getByRole('dialog')
        .getByLabel(field)
        .or(page.getByRole('dialog').getByLabel('Name'))
        .first()
        .waitFor()
      await read(page, name.toLowerCase())
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await askApi(
      page,
      running.product.apiUrl,
      'mutation ($id: ID!) { createTask(input: { id: $id, title: "Old receipt" }) { mutationId } deleteTask(input: { id: $id }) { mutationId } }',
      { id: crypto.randomUUID() },
    )
    await page.goto('/trash')
    await page.getByRole('button', { name: 'Delete “Old receipt” for good' }).waitFor()
    await read(page, 'trash, with a task')
    await page.getByRole('button', { name: 'Delete “Old receipt” for good' }).click()
    await page.getByRole('dialog').getByText('This can’t be undone').waitFor()
    await read(page, 'trash, deleting for good')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Empty trash' }).click()
    await page.getByRole('dialog').getByText('1 task will be deleted').waitFor()
    await read(page, 'trash, emptying')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('searchbox').fill('nowhere')
    await page.getByText('Nothing here matches').waitFor()
    await read(page, 'trash, no matches')
    await page.getByRole('button', { name: 'Account: Ada' }).click()
    await page.getByRole('menuitem', { name: 'API' }).waitFor()
    await read(page, 'account menu')
    await page.getByRole('menuitem', { name: 'API' }).click()
    await page.getByRole('dialog', { name: 'API' }).waitFor()
    await read(page, 'API')
    for (const path of [
      'profile',
      'notifications',
      'sign-in',
      'sessions',
      'tokens',
      'webhooks',
      'data',
    ]) {
      await page.goto(`/settings/${path}`)
      await page.locator('main h2').first().waitFor()
      await expect.poll(() => page.getByText('Loading…').count(), { timeout: 30_000 }).toBe(0)
      await read(page, `settings, ${path}`)
    }
    await readWebhooks(page, read)
    await page.goto('/settings/data')
    await page.locator('main h2').first().waitFor()
    add('why there are no notifications', Object.values(pushObstacleWords))
    await page.getByRole('button', { name: 'Delete account…' }).click()
    await page.getByRole('dialog').waitFor()
    await read(page, 'delete account')
    expect(window.complaints).toEqual([])
  }
  {
    await using window = await openWindow(running)
    const { page } = window
    await page.addInitScript(() =>
      Object.defineProperty(Notification, 'permission', { get: () => 'default' }),
    )
    await signUp(page)
    await page.goto(`/inbox/task/${await fill(page)}`)
    await page.locator('[data-task-field="reminders"]').click()
    await page.getByRole('dialog', { name: 'Reminders' }).waitFor()
    await read(page, 'a task: reminders')
    await page.getByRole('button', { name: '1 day before' }).click()
    await page.getByRole('button', { name: 'Not now' }).waitFor()
    await waitUntilSaved(page)
    await read(page, 'a first reminder')
    expect(window.complaints).toEqual([])
  }
  for (const mail of listMails())
    add(
      `mail: ${mail.subject}`,
      mail.text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
  const words = `${parts.join('\n\n')}\n`
  await expect(words, sayDifference(words)).toMatchFileSnapshot('words.txt')
})

/** The first lines that differ: all that a report of many tests says of it. */
function sayDifference(words: string): string {
  const [found, saved] = [words, readFileSync(join(import.meta.dirname, 'words.txt'), 'utf8')].map(
    (text) => text.split('\n'),
  ) as [string[], string[]]
  const lines = [
    ...found.filter((line) => !saved.includes(line)).map((line) => `new: ${line}`),
    ...saved.filter((line) => !found.includes(line)).map((line) => `gone: ${line}`),
  ]
  return lines.slice(0, 6).join(', ')
}

/** The screens of webhooks beyond the empty list. */
async function readWebhooks(
  page: Page,
  read: (page: Page, screen: string) => Promise<void>,
): Promise<void> {
  await page.goto('/settings/webhooks')
  await page.getByRole('button', { name: 'New webhook' }).click()
  await page.getByRole('button', { name: 'Create webhook' }).click()
  await page.getByText('Enter the URL').waitFor()
  await read(page, 'settings, new webhook')
  // Nothing is sent there: the name can’t have an address.
  await page.getByLabel('URL', { exact: true }).fill('https://nowhere.invalid/tend')
  await page.getByLabel('Name', { exact: true }).fill('Home server')
  await page.getByRole('button', { name: 'Create webhook' }).click()
  const secret = page.getByRole('textbox', { name: 'Secret', exact: true })
  await secret.waitFor()
  await read(page, 'settings, the secret of a webhook')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: 'Home server' }).click()
  await page.getByText('Nothing was sent yet').waitFor()
  await read(page, 'settings, a webhook')
  await page.getByRole('button', { name: 'New secret…' }).click()
  await read(page, 'settings, a new secret')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Delete webhook…' }).click()
  await read(page, 'settings, deleting a webhook')
  await page.getByRole('button', { name: 'Delete webhook', exact: true }).click()
  await page.getByText('Deleted “Home server”.').waitFor()
  await page.getByText('No webhooks yet').waitFor()
}

/** Gives the id of a task that has a bit of everything. */
async function fill(page: Page): Promise<string> {
  const { createTask } = await askApi<{ createTask: { task: { id: string } } }>(
    page,
    running.product.apiUrl,
    `mutation { createTask(input: {
      title: "Water the plants", dueOn: "2031-03-14", recurrence: { rule: "FREQ=WEEKLY" }, tagNames: ["garden"]
    }) { task { id } } }`,
  )
  return createTask.task.id
}

async function waitUntilSaved(page: Page): Promise<void> {
  await page.getByText('Saved', { exact: true }).filter({ visible: true }).waitFor()
}

/** Lets a reminder ring. */
async function ring(page: Page): Promise<void> {
  const { apiUrl } = running.product
  const { createTask } = await askApi<{
    createTask: { task: { id: string; reminders: { id: string }[] } }
  }>(
    page,
    apiUrl,
    `mutation { createTask(input: {
      title: "Call the bank", dueOn: "2031-03-14", reminders: [{ minutesBefore: 0 }]
    }) { task { id reminders { id } } } }`,
  )
  const { id: taskId, reminders } = createTask.task
  const input = { taskId, reminderId: reminders[0]?.id, until: new Date().toISOString() }
  const snooze =
    'mutation ($input: SnoozeReminderInput!) { snoozeReminder(input: $input) { mutationId } }'
  await askApi(page, apiUrl, snooze, { input })
}

/** Once nothing changes any more: on a slow machine, parts of a screen come late. */
async function listSettledTexts(page: Page): Promise<string[]> {
  let texts = await listTexts(page)
  for (let nth = 0; nth < 20; nth += 1) {
    await page.waitForTimeout(settleMs)
    const last = texts
    texts = await listTexts(page)
    if (texts.join() === last.join() && !texts.some((text) => text.startsWith('Loading'))) break
  }
  return texts
}

/** The visible text, and what screen readers and empty fields say; without what changes daily. */
async function listTexts(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    // A month, and commands to copy.
    const changing = '[role="grid"], pre'
    const hidden = [...document.querySelectorAll<HTMLElement>(changing)]
    for (const element of hidden) element.style.display = 'none'
    const shown = document.body.innerText.split('\n')
    for (const element of hidden) element.style.display = ''
    const said = [...document.querySelectorAll('[aria-label], [placeholder], [title]')]
      .filter((element) => !element.closest(changing))
      .flatMap((element) =>
        ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
      )
    return [...shown, ...said]
  })
  return texts.map(withoutToday).filter((text) => text !== '' && !changing.has(text))
}

/** What the selects of a screen offer, which is shown only while one is open. */
async function listOptions(page: Page): Promise<string[]> {
  const options: string[] = []
  for (const select of await page.locator('button[role="combobox"]').all()) {
    await select.click()
    await page.getByRole('option').first().waitFor()
    options.push(...(await page.getByRole('option').allInnerTexts()))
    await page.keyboard.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
  }
  return options.map(withoutToday)
}

const changing = new Set(['This weekend', 'Next week'])

function withoutToday(text: string): string {
  return text
    .replaceAll('\u200b', '')
    .replaceAll(/\S+@example\.com/g, '<address>')
    .replaceAll(/http:\/\/localhost:\d+/g, '<server>')
    .replaceAll(/\b\d{1,2}:\d{2}\b/g, '<time>')
    .replaceAll(/\bUTC[+−]\d+(?::\d+)?/g, '<offset>')
    .replaceAll(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g, '<weekday>')
    .replaceAll(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g, '<weekday>')
    .replaceAll(/\b\d{1,2}(?:st|nd|rd|th)\b/g, '<nth>')
    .replaceAll(
      /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?: \d{4})?/g,
      '<day>',
    )
    .replaceAll(
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/g,
      '<month>',
    )
    .trim()
}

function listMails() {
  const to = 'ada@example.com'
  const url = 'https://tend.example/link'
  return [
    mails.verificationMail(to, url),
    mails.signUpAttemptMail(to, { signIn: url, forgot: url }),
    mails.passwordResetMail(to, url),
    mails.passwordChangedMail(to, url),
    mails.passwordReplacedMail(to, url),
    mails.emailChangeMail(to, 'ada@new.example', url),
    mails.newAddressMail(to, url),
    mails.accountDeletedMail(to),
    mails.newDeviceMail(
      to,
      { device: 'Safari on iPhone', ipAddress: '192.0.2.1', when: '29 Nov 2026, 18:00 (UTC)' },
      url,
    ),
    newTokenMail(
      to,
      {
        name: 'Backup script',
        scopes: ['tasks:read', 'tasks:write', 'account:read'],
        when: '29 Nov 2026, 18:00 (UTC)',
      },
      url,
    ),
    newFeedMail(to, { name: 'Everything', when: '29 Nov 2026, 18:00 (UTC)' }, url),
  ]
}
