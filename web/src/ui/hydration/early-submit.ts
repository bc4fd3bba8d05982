/**
 * Keeps a form from being submitted before the page's code has loaded, which would reload the page and
 * lose what was typed: a page puts it into a script.
 */
export const earlySubmitScript = [
  'addEventListener("submit",function(event){var form=event.target;',
  'if(!form.matches("[data-live-form]")||form.isLive)return;',
  'event.preventDefault();form.wasSent=true},true)',
].join('')
