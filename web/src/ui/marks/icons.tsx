import type { ReactNode } from 'react'

export type IconProps = { className?: string | undefined }

/** Sixteen pixels, one stroke, the colour of the surrounding text; always beside a name in words. */
export function Icon({ className, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      className={className}
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  )
}

export function InboxIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M2 9.5 4 3.2h8l2 6.3v3.3H2z" />
      <path d="M2 9.5h3.4c.3 1.3 1.3 2 2.6 2s2.3-.7 2.6-2H14" />
    </Icon>
  )
}

export function SidebarIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="2" y="3" width="12" height="10" rx="2" />
      <path d="M6.2 3v10" />
    </Icon>
  )
}

export function PlusIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M8 3.2v9.6M3.2 8h9.6" />
    </Icon>
  )
}

export function TrashIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M2.8 4.4h10.4M6.2 4.2V2.8h3.6v1.4M4.2 4.6l.6 8.6h6.4l.6-8.6M6.8 7v3.6M9.2 7v3.6" />
    </Icon>
  )
}

export function ChevronIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m6 3.8 4.2 4.2L6 12.2" />
    </Icon>
  )
}

export function UpDownIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />
    </Icon>
  )
}

export function TodayIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="2.5" y="3.2" width="11" height="10.3" rx="2" />
      <path d="M2.5 6.6h11M5.4 1.9v2.2M10.6 1.9v2.2" />
      <circle cx="8" cy="10" r="1.1" fill="currentColor" />
    </Icon>
  )
}

export function UpcomingIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="2.5" y="3.2" width="11" height="10.3" rx="2" />
      <path d="M2.5 6.6h11M5.4 1.9v2.2M10.6 1.9v2.2M6.2 10h3.8M8.4 8.4 10 10l-1.6 1.6" />
    </Icon>
  )
}

export function AllIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M2.5 5.2 8 2.4l5.5 2.8L8 8zM2.5 8.2 8 11l5.5-2.8M2.5 11 8 13.8 13.5 11" />
    </Icon>
  )
}

export function CompletedIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="5.6" />
      <path d="m5.6 8.2 1.7 1.7 3.2-3.6" />
    </Icon>
  )
}

export function SearchIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="7.2" cy="7.2" r="4.4" />
      <path d="m10.6 10.6 3 3" />
    </Icon>
  )
}

export function TagIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M2.6 3.4v4.3l5.9 5.9 4.9-4.9-5.9-5.9H3.2a.6.6 0 0 0-.6.6Z" />
      <circle cx="5.4" cy="5.5" r=".6" fill="currentColor" />
    </Icon>
  )
}

export function ViewIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M2.5 3.5h11L9.6 8.3v4.2l-3.2 1V8.3z" />
    </Icon>
  )
}

export function RestoreIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 8.5a5 5 0 1 0 1.5-3.9L2.8 6.2M2.8 2.9v3.3h3.3" />
    </Icon>
  )
}

export function RepeatIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 7.4V6.6a2 2 0 0 1 2-2h7M10.2 2.6 12.2 4.6l-2 2M13 8.6v.8a2 2 0 0 1-2 2H4M5.8 13.4 3.8 11.4l2-2" />
    </Icon>
  )
}

export function NoteIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M4 2.5h5L12 5.5v8H4zM6.2 8h3.6M6.2 10.6h3.6" />
    </Icon>
  )
}

export function MoreIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />
    </Icon>
  )
}

export function CommandIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 4.5 6.5 8 3 11.5M8.5 12H13" />
    </Icon>
  )
}

export function BellIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M4.2 11.2V7.4a3.8 3.8 0 0 1 7.6 0v3.8l1 1.3H3.2zM6.8 14.2h2.4" />
    </Icon>
  )
}
