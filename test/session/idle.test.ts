import { expect } from 'chai';
import { IdleWatch, pageTiming, patience } from '../../src/session/idle.js';
import { fakeClock, type FakeClock } from '../support/clock.js';

const minute = 60_000;
const limit = 30 * minute;

interface Bench {
  clock: FakeClock;
  watch: IdleWatch;
  /** For how long nothing was entered, at each time that it gave up. */
  left: number[];
  /** What the question was, each time that it came or went. */
  asked: boolean[];
  stake: number | undefined;
}

function bench(stake: number | undefined = limit): Bench {
  const clock = fakeClock();
  const made: Bench = { clock, left: [], asked: [], stake, watch: undefined as never };
  made.watch = new IdleWatch({
    timing: clock,
    limit: () => made.stake,
    changed: () => made.asked.push(made.watch?.question !== undefined),
    leave: (idle) => made.left.push(idle),
  });
  return made;
}

describe('idleness', () => {
  it('R98: asks when nothing has been entered for so long, and leaves a minute later', () => {
    const { clock, watch, left, asked } = bench();
    clock.pass(limit - 1);
    expect(watch.question).to.equal(undefined);
    clock.pass(1);
    expect(watch.question).to.include({ since: clock.now() - limit, until: clock.now() + patience });
    clock.pass(patience - 1);
    expect(left).to.deep.equal([]);
    clock.pass(1);
    expect(left).to.deep.equal([limit + patience]);
    expect(asked).to.deep.equal([true, false]);
  });

  it('R98: any input puts it off, and one answers the question', () => {
    const { clock, watch, left } = bench();
    for (let hour = 0; hour < 4; hour += 1) {
      clock.pass(limit - minute);
      watch.touched();
    }
    clock.pass(limit);
    expect(watch.question).not.to.equal(undefined);
    watch.touched();
    expect(watch.question).to.equal(undefined);
    clock.pass(limit - 1);
    expect(watch.question).to.equal(undefined);
    clock.pass(1);
    expect(watch.question).not.to.equal(undefined);
    expect(left).to.deep.equal([]);
  });

  it('R98: asks nothing where nothing is at stake, and begins to count when something is', () => {
    const made = bench();
    made.stake = undefined;
    made.watch.look();
    made.clock.pass(10 * limit);
    expect(made.asked).to.deep.equal([]);
    made.watch.touched();
    made.stake = limit;
    made.watch.look();
    made.clock.pass(limit - 1);
    expect(made.watch.question).to.equal(undefined);
    made.clock.pass(1);
    expect(made.watch.question).not.to.equal(undefined);
    made.stake = undefined;
    made.watch.look();
    expect(made.watch.question).to.equal(undefined);
  });

  it('R98: a device that has slept too long asks first, and what woke it is no answer', () => {
    const { clock, watch, left } = bench();
    const since = clock.now();
    clock.sleep(8 * 60 * minute);
    // The touch that wakes it comes before its timers do.
    watch.touched();
    expect(watch.question).to.include({ since, until: clock.now() + patience });
    watch.touched();
    expect(watch.question, 'still the same touch').not.to.equal(undefined);
    clock.wake();
    expect(left).to.deep.equal([]);
    clock.pass(2000);
    watch.touched();
    expect(watch.question).to.equal(undefined);
    expect(left).to.deep.equal([]);
  });

  it('R98: one that fell asleep while it asked asks again', () => {
    const { clock, watch, left } = bench();
    clock.pass(limit);
    clock.sleep(60 * minute);
    clock.wake();
    expect(left).to.deep.equal([]);
    expect(watch.question).to.include({ until: clock.now() + patience });
    clock.pass(patience);
    expect(left).to.deep.equal([limit + 61 * minute]);
  });

  it('R98: tries again every minute what could not be carried out, until somebody is there', () => {
    const made = bench();
    made.clock.pass(limit + patience + 3 * minute);
    expect(made.left).to.have.lengthOf(4);
    expect(made.asked).to.deep.equal([true, false]);
    made.watch.touched();
    made.clock.pass(limit - 1);
    expect(made.left).to.have.lengthOf(4);
    made.clock.pass(1);
    expect(made.watch.question).not.to.equal(undefined);
  });

  it('R98: stops trying when it is carried out, and asks nothing more once it is stopped', () => {
    const made = bench();
    made.clock.pass(limit + patience);
    made.stake = undefined;
    made.watch.look();
    made.clock.pass(10 * limit);
    expect(made.left).to.have.lengthOf(1);
    made.stake = limit;
    made.watch.look();
    made.watch.stop();
    made.clock.pass(10 * limit);
    expect(made.watch.question).to.equal(undefined);
  });

  it('a limit of months is no timer that is due at once', () => {
    const { clock, watch } = bench(40 * 24 * 60 * minute);
    clock.pass(39 * 24 * 60 * minute);
    expect(watch.question).to.equal(undefined);
    clock.pass(24 * 60 * minute);
    expect(watch.question).not.to.equal(undefined);
  });

  it('a page has its own time', async () => {
    expect(Math.abs(pageTiming.now() - Date.now())).to.be.below(1000);
    let called = 0;
    pageTiming.after(0, () => (called += 1))();
    await new Promise<void>((resolve) => pageTiming.after(1, resolve));
    expect(called).to.equal(0);
  });
});
