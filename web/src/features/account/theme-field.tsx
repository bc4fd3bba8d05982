'use client'

import { ChoiceField } from '../../ui/fields/choice-field.tsx'
import { themeChoices } from './theme.ts'
import { useAccountTheme } from './use-account-theme.ts'

/** The app's colours: at once on this device, and in the account for new devices. */
export function ThemeField() {
  const { theme, state, change } = useAccountTheme()
  return (
    <ChoiceField
      label="Theme"
      value={theme}
      options={themeChoices}
      onChange={change}
      state={state}
    />
  )
}
