import { signOut } from '../features/account/sign-out.ts'
import { themeChoices } from '../features/account/theme.ts'
import { useAccountTheme } from '../features/account/use-account-theme.ts'
import type { Command } from '../features/palette/command.ts'
import { settingsPages } from '../features/settings/settings-pages.ts'
import { LeaveIcon, SettingsIcon } from '../ui/marks/more-icons.tsx'

const group = 'Account'

/** The commands about the account: its theme, its settings, and signing out. */
export function useAccountCommands(): Command[] {
  const { theme, change } = useAccountTheme()
  return [
    ...themeChoices
      .filter(({ value }) => value !== theme)
      .map(({ value, label }) => ({
        id: `theme/${value}`,
        name: `Theme: ${label.toLowerCase()}`,
        words: 'appearance colours mode',
        group,
        icon: <SettingsIcon />,
        run: () => change(value),
      })),
    ...settingsPages.map(({ path, label }) => ({
      id: path,
      name: `Settings: ${label}`,
      group,
      icon: <SettingsIcon />,
      run: () => window.location.assign(path),
    })),
    {
      id: 'sign-out',
      name: 'Sign out',
      words: 'log out leave',
      group,
      icon: <LeaveIcon />,
      run: () => void signOut(),
    },
  ]
}
