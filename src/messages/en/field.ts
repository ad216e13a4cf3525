/** What every field says. `when` is a date and time in words (`formatInstant`). */
export const field = {
  required: 'Required',
  empty: 'Not recorded',
  notApplicable: 'Not applicable',
  recorded: (name: string, when: string) => `Recorded by ${name}, ${when}`,
  /** The person's entry has not been sent. */
  unsaved: 'Not saved yet',
  saving: 'Saving…',
  /** Kept on this device, to be sent later. */
  queued: 'Waiting to be sent',
  notSaved: 'Not saved',
  /** In place of what the page could not fetch. */
  notDrawn: 'This could not be loaded. Check the connection.',
  retry: 'Try again',
  cancel: 'Cancel',
  /** The browser's own message for a required field without a value. */
  missing: (label: string) => `${label} is required`,
  /** A field type that this version does not know. */
  unknownType: (reported: string) => `Read only: “${reported}” is not known here`,
};
