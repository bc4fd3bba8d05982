import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Goodbye } from './goodbye.tsx'

test('where anybody may sign up, the last page leads back', () => {
  expect(renderToStaticMarkup(<Goodbye signUpIsOpen />)).toContain('href="/signup"')
})

test('where nobody may, it offers no way that ends in a refusal', () => {
  const page = renderToStaticMarkup(<Goodbye signUpIsOpen={false} />)
  expect(page).toContain('Everything in it was deleted.')
  expect(page).not.toContain('href')
})
