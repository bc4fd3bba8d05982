/** The refusal of a page that was made for somebody else than who is signed in by now. */
export const otherPerson = {
  code: 'OTHER_PERSON',
  message: 'Somebody else is signed in by now. Load the page again.',
}
