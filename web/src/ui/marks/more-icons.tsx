import { Icon, type IconProps } from './icons.tsx'

// Icons that no place shows at first, so they are loaded with what shows them.

export function OutsideIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5" />
    </Icon>
  )
}

export function BackIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M9.8 12.2 5.6 8l4.2-4.2" />
    </Icon>
  )
}

export function SettingsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M2.5 4.8h6M11.5 4.8h2M2.5 11.2h2M7.5 11.2h6" />
      <circle cx="10" cy="4.8" r="1.5" />
      <circle cx="6" cy="11.2" r="1.5" />
    </Icon>
  )
}

export function LeaveIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M9.5 3H3.5v10h6M7 8h6.5M11.2 5.6 13.6 8l-2.4 2.4" />
    </Icon>
  )
}

export function FlagIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M4 14V2.8h8l-2 3.1 2 3.1H4" />
    </Icon>
  )
}

export function HandleIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" strokeWidth="1.8" />
    </Icon>
  )
}

export function CheckIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m4 8.4 2.7 2.7L12 5.4" />
    </Icon>
  )
}

export function CloseIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Icon>
  )
}
