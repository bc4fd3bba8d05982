import fc from 'fast-check'

// On a developer's machine every run of a property draws new examples. CI judges a change, and must
// not fail or pass by luck: there the examples are always the same.
if (process.env.CI) fc.configureGlobal({ seed: 20_261_123 })
