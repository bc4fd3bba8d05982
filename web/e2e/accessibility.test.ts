import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, signUp } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport] of Object.entries({
    desktop: { width: 1280, height: 800 },
    phone: { width: 390, height: 844 },
  })) {
    test(`axe finds nothing on any screen, ${colorScheme}, ${device}`, async () => {
      await using window = await openWindow(running, { colorScheme, viewport })
      const { page } = window
      for (const path of ['/login', '/signup']) {
        await page.goto(path)
        expect(await listViolations(page), path).toEqual([])
      }
      await signUp(page)
      expect(await listViolations(page), 'empty inbox').toEqual([])
      await addTask(page, 'Ring the dentist')
      expect(await listViolations(page), 'inbox').toEqual([])
      await page
        .getByRole('button', { name: /^Account: Ada/ })
        .filter({ visible: true })
        .click()
      await page.getByRole('menuitem', { name: 'API' }).click()
      await page.getByRole('dialog', { name: 'API' }).waitFor()
      expect(await listViolations(page), 'API dialog').toEqual([])
      expect(window.complaints).toEqual([])
    })
  }
