import { startTransition } from 'react'
import ReactDomClient, { type Root } from 'react-dom/client'
import { endEarlyClicks } from './early-clicks.ts'

const { hydrateRoot } = ReactDomClient

/**
 * Hydrates the page in slices, between which the browser can paint and handle input, as Next's app
 * router does; its pages router has React do everything at once.
 */
ReactDomClient.hydrateRoot = (...settings) => {
  endEarlyClicks()
  let root: Root | undefined
  startTransition(() => {
    root = hydrateRoot(...settings)
  })
  return root as Root
}
