/** Whether the device is used by touch first, so that a field in focus raises a keyboard. */
export function isByTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches
}
