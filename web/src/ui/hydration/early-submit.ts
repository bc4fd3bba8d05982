/**
 * Keeps a form from being sent before the page's code has come, which would load the page again and
 * lose what was typed: a page puts it into a script.
 */
export const earlySubmitScript = [
  'addEventListener("submit",function(event){var form=event.target;',
  'if(!form.matches("[data-live-form]")||form.isLive)return;',
  'event.preventDefault();form.wasSent=true},true)',
].join('')
