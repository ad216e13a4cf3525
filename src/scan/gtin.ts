/** Trade item numbers (GTIN): whether the digits were read right, and their one form for comparing. */

/** The number with 14 digits, or nothing where its length or its check digit is wrong. Takes 8, 12, 13 and 14 digits. */
export function gtin14(text: string): string | undefined {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return undefined;
  const digits = text.padStart(14, '0');
  // Every other digit counts three times, the check digit at the end once: right where it adds up to full tens.
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0 ? digits : undefined;
}
