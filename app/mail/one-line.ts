/** A value from outside on one line: control characters and line ends become a space, so that it can neither break a header nor pose as a line of ours. */
export function oneLine(text: string, longest = 200): string {
  const flat = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ").replace(/ {2,}/g, " ").trim();
  return flat.length <= longest ? flat : `${flat.slice(0, longest - 1).trimEnd()}…`;
}

/** Whether a mail can be sent there: one address, nothing a mail header or an address list gives meaning to. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{Cc}<>(),;:"\\[\]@]+@[^\s\p{Cc}<>(),;:"\\[\]@]+$/u.test(text);
}
