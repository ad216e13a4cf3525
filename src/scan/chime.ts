/** A short sound as the answer to a scan, for eyes that are on the part. It is heard once the page has been used. */

/** What became of a scan: taken, refused, or not understood. */
export type Chime = 'taken' | 'refused' | 'unknown';

/** Each is told from the others by its tune, not by its pitch alone: hertz, one after the other. */
const tunes = {
  taken: [1175, 1760],
  refused: [220, 220, 220],
  unknown: [587, 440],
} satisfies Record<Chime, readonly number[]>;

const length = 0.09;
const loudness = 0.15;

let context: AudioContext | undefined;
let muted = false;

/** Switches the sound off, or on again, for the page. */
export function muteChimes(off: boolean): void {
  muted = off;
}

/** Sounds, unless it is switched off or the browser does not let it. */
export function chime(what: Chime): void {
  if (muted || typeof AudioContext === 'undefined') return;
  try {
    context ??= new AudioContext();
    // Before anybody has used the page it is kept silent; what waited until then would sound late, all at once.
    if (context.state !== 'running') {
      void context.resume().catch(() => undefined);
      if (!navigator.userActivation?.hasBeenActive) return;
    }
    const audio = context;
    tunes[what].forEach((hertz, at) => play(audio, hertz, audio.currentTime + at * length * 1.4));
  } catch {
    // A device without sound: the answer is seen.
  }
}

function play(audio: AudioContext, hertz: number, from: number): void {
  const oscillator = new OscillatorNode(audio, { type: 'triangle', frequency: hertz });
  const gain = new GainNode(audio, { gain: 0 });
  // Rising and falling, it does not click.
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + 0.01);
  gain.gain.linearRampToValueAtTime(0, from + length);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(from + length);
}
