/** The refusal of a page that was made for somebody other than the signed-in person. */
export const otherPerson = {
  code: 'OTHER_PERSON',
  message: 'Somebody else is signed in by now. Load the page again.',
}
