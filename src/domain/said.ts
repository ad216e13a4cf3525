/** What a command says, as far as it says it. Commands come from elsewhere too, so anything may be missing or be no text. */
export const said = (text: unknown): string => (typeof text === 'string' ? text.trim() : '');

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
