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

export function CalendarIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="2.5" y="3.2" width="11" height="10.3" rx="2" />
      <path d="M2.5 6.6h11M5.4 1.9v2.2M10.6 1.9v2.2" />
    </Icon>
  )
}

export function StartIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 3v10M6 8h7M10.2 5.2 13 8l-2.8 2.8" />
    </Icon>
  )
}

export function ListIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M6 4.2h7.5M6 8h7.5M6 11.8h7.5" />
      <path d="M2.8 4.2h.01M2.8 8h.01M2.8 11.8h.01" strokeWidth="2" />
    </Icon>
  )
}

export function EditIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m3 13 .7-3.1 7-7 2.4 2.4-7 7zM9.3 4.3l2.4 2.4" />
    </Icon>
  )
}

export function DuplicateIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />
    </Icon>
  )
}

export function ArchiveIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 8.8h3" />
    </Icon>
  )
}

export function UndoIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M5.8 3 3 5.8l2.8 2.8M3 5.8h6.6a3.4 3.4 0 0 1 0 6.8H6" />
    </Icon>
  )
}
