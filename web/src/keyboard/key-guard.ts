/**
 * Hides unintended keys from every listener on a page: a page puts it into a script, before all other
 * listeners.
 *
 * - Keys of an input method, such as the Enter that only confirms a conversion. Safari sends that
 *   one right after `compositionend`, no longer as composing, but still with the key code 229
 *   (https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode).
 * - Enter, Space and Escape that are still held down: a button would be clicked again and again. In
 *   a text of several lines a held Enter is intended, and in any text a held Space.
 */
export const keyGuardScript = [
  'addEventListener("keydown",function(event){',
  'if(event.isComposing||event.keyCode===229)return event.stopImmediatePropagation();',
  'if(!event.repeat||!/^(Enter| |Escape)$/.test(event.key))return;',
  'if(event.key!=="Escape"&&event.target.closest("textarea"))return;',
  'if(event.key===" "&&event.target.closest("input"))return;',
  'event.preventDefault();event.stopImmediatePropagation()',
  '},true)',
].join('')
