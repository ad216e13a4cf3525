/** An id that no other client makes: 128 random bits as text. `randomUUID` is absent on plain-http plants. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
