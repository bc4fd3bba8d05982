import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

export type ButtonProps = ComponentProps<'button'> & {
  look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  wide?: boolean
}

/** A button with a text label. */
export function Button({
  look = 'secondary',
  wide = false,
  type = 'button',
  className,
  ...props
}: ButtonProps) {
  return (
    <button
      {...props}
      type={type}
      className={classNames(styles.button, styles[look], wide && styles.wide, className)}
    />
  )
}

export type IconButtonProps = ComponentProps<'button'> & {
  /** What it does, in words: its name and its tooltip. */
  label: string
}

/** A button that shows only an icon. */
export function IconButton({ label, type = 'button', className, ...props }: IconButtonProps) {
  return (
    <button
      {...props}
      type={type}
      aria-label={label}
      title={label}
      className={classNames(styles.icon, className)}
    />
  )
}
