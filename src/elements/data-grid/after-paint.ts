/** What a table does without until it is seen: the rows beyond its edges, what is below it. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
