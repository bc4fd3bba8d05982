import { startTransition } from 'react'
import ReactDomClient, { type Root } from 'react-dom/client'
import { endEarlyClicks } from './early-clicks.ts'

const { hydrateRoot } = ReactDomClient

/**
 * Makes the page come to life in slices, between which the browser can paint and hear of input, as
 * Next's app router does it; its pages router has React do everything in one go.
 */
ReactDomClient.hydrateRoot = (...settings) => {
  endEarlyClicks()
  let root: Root | undefined
  startTransition(() => {
    root = hydrateRoot(...settings)
  })
  return root as Root
}
