import { classNames } from '../class-names.ts'
import styles from './avatar.module.css'
import { initialsOf } from './initials.ts'

export type AvatarProps = {
  name: string
  image?: string | null | undefined
  large?: boolean
}

/**
 * A person's picture, or their initials; always beside their name in words. Only a picture that is
 * itself the address is shown: a page loads none from elsewhere, which would reveal the visit to others.
 */
export function Avatar({ name, image, large = false }: AvatarProps) {
  const className = classNames(styles.avatar, large && styles.large)
  if (image?.startsWith('data:'))
    // biome-ignore lint/performance/noImgElement: the picture is in the address, there is nothing to load.
    return <img className={className} src={image} alt="" />
  return (
    <span className={className} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
