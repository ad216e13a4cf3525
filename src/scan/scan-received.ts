/** Tells the page of a scan that no step took. */
export class ScanReceivedEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super('scan-received', { bubbles: true, composed: true });
    this.text = text;
  }
}
