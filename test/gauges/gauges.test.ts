import { expect } from 'chai';
import fc from 'fast-check';
import { isDecimal } from '../../src/domain/measurement.js';
import { lineReader, readLine, readWedge } from '../../src/gauges/ascii.js';
import { frameReader, readFrame } from '../../src/gauges/digimatic.js';
import type { GaugeAnswer, GaugeReader } from '../../src/gauges/reading.js';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const digitsOf = (frame: string): Uint8Array => Uint8Array.from(frame, (digit) => parseInt(digit, 16));
const readAll = (text: string): GaugeAnswer[] => lineReader()(bytesOf(text));
const value = (text: string, resolution: string, unit?: string): GaugeAnswer => ({
  value: text,
  ...(unit && { unit }),
  resolution,
});

/** The same bytes, cut anywhere. */
const inPieces = (read: GaugeReader, bytes: Uint8Array, cuts: readonly number[]): GaugeAnswer[] => {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.flatMap((end, at) => read(bytes.subarray(ends[at - 1] ?? 0, end)));
};
const cuts = fc.array(fc.nat(1000), { maxLength: 12 });

const isSound = (answer: GaugeAnswer): boolean =>
  'problem' in answer
    ? ['status', 'unreadable', 'framing'].includes(answer.problem) && (answer.text ?? '').length <= 64
    : isDecimal(answer.value) && /^(?:1|0\.0*1)$/.test(answer.resolution);

describe('gauges that send lines', () => {
  it('R39: a reading keeps its unit and every decimal', () => {
    const lines: [line: string, answer: GaugeAnswer][] = [
      ['+012.345 mm', value('12.345', '0.001', 'mm')],
      [' 12.345', value('12.345', '0.001')],
      ['-0.0005in', value('-0.0005', '0.0001', 'in')],
      ['+000.500', value('0.500', '0.001')],
      ['-000.000 mm', value('0.000', '0.001', 'mm')],
      ['- 12.50 MM', value('-12.50', '0.01', 'mm')],
      ['.5"', value('0.5', '0.1', 'in')],
      ['1.25 INCH', value('1.25', '0.01', 'in')],
      ['7', value('7', '1')],
      ['7. ', value('7', '1')],
      ['12,34 mm', value('12.34', '0.01', 'mm')],
      ['3.2 um', value('3.2', '0.1', 'µm')],
      ['3.2 \u00b5m', value('3.2', '0.1', 'µm')],
      ['3.2 \u00c2\u00b5m', value('3.2', '0.1', 'µm')],
      ['45.5 \u00c2\u00b0', value('45.5', '0.1', '°')],
      ['12.8 N\u00b7m', value('12.8', '0.1', 'N·m')],
      ['-120.5 kN', value('-120.5', '0.1', 'kN')],
      // Mitutoyo QM-Height, USB output (manual 99MAF600B, 6.3.4), and DMX-1.
      ['01A+0000.123', value('0.123', '0.001')],
      ['01A+00.12345', value('0.12345', '0.00001')],
      ['01A+00036.26', value('36.26', '0.01')],
      ['03A-000.0019', value('-0.0019', '0.0001')],
      // DMX-8/2: channel, mode, value, unit.
      ['1 MW +001.378 mm    ', value('1.378', '0.001', 'mm')],
      // Trimos: number of the measurement, mode, value aligned to the right.
      ['  9 NORM   12.3400 mm', value('12.3400', '0.0001', 'mm')],
      // Sylvac (OPTO-RS): sign, digits; in tolerance mode the verdict after it.
      ['+012.34<', value('12.34', '0.01')],
      [' 12.340 =', value('12.340', '0.001')],
      // Magnescale LT10A: axis, sign, digits.
      ['A+12.345', value('12.345', '0.001')],
    ];
    for (const [line, answer] of lines) expect(readLine(line), line).to.deep.equal(answer);
  });

  it('what a gauge says without having a value is never one', () => {
    const states = [
      'Err',
      'ERR3',
      'Err 5',
      'E-5',
      'E01',
      'ERR-01',
      'NG',
      'NG +12.345',
      '+12.345 NG',
      'OL',
      'O.L',
      '911',
      '921',
    ];
    for (const line of [
      ...states,
      '912',
      '-----',
      '---.---',
      '# timeout',
      'HELP',
      '-1.5 LO',
      'Error 12.5',
      'no bat',
    ]) {
      expect(readLine(line), line).to.deep.equal({ problem: 'status', text: line });
    }
  });

  it('what is not understood is never a value', () => {
    const others = [
      'mm',
      '12.345 furlong',
      '1.2.3',
      '1,234.5',
      '12.3 mm 4.5',
      '1 +12.3 mm;2 +4.5 mm',
      '1.2E+01',
      '0x1F',
    ];
    for (const line of [
      ...others,
      'SY235.2.1',
      '++5',
      '+-5',
      'C-12.5',
      'A-5',
      '5 constructor',
      '12 IN 5',
      '+',
    ]) {
      expect(readLine(line), line).to.deep.equal({ problem: 'unreadable', text: line });
    }
    expect(readLine('9'.repeat(65))).to.deep.equal({ problem: 'unreadable', text: '9'.repeat(64) });
    expect(readLine('')).to.equal(undefined);
    expect(readLine(' \0 ')).to.equal(undefined);
  });

  it('lines end in CR, LF or both, or are put between STX and ETX with what follows them', () => {
    const two = [value('1.5', '0.1', 'mm'), value('2.5', '0.1', 'mm')];
    for (const end of ['\r', '\n', '\r\n', '\r\n\r\n', '\x03']) {
      expect(readAll(`+1.5 mm${end}+2.5 mm${end}`), JSON.stringify(end)).to.deep.equal(two);
    }
    expect(readAll('\x02+1.5 mm\x03\x02+2.5 mm\x03')).to.deep.equal(two);
    expect(readAll('\x02+1.5 mm\x034\x02+2.5 mm\x035')).to.deep.equal(two);
    expect(readAll('\x02+1.5 mm\x0341\r\n\x02+2.5 mm\x035A\r\n')).to.deep.equal(two);
    expect(readAll('\x02+1.5 mm\r\n\x03\x02+2.5 mm\r\n\x03')).to.deep.equal(two);
    expect(readAll('noise\x02+1.5 mm\x03\x02+2.5 mm\x03')).to.deep.equal(two);
    expect(readAll('+1.5 mm')).to.deep.equal([]);
  });

  it('a stream that is joined midway gives no half line', () => {
    expect(lineReader(true)(bytesOf('2.345 mm\r\n+012.346 mm\r\n'))).to.deep.equal([
      value('12.346', '0.001', 'mm'),
    ]);
    expect(lineReader(true)(bytesOf('2.345\x02+1.5 mm\x03'))).to.deep.equal([value('1.5', '0.1', 'mm')]);
  });

  it('a line without an end is told once and left', () => {
    expect(readAll(`${'1'.repeat(5000)}\r+1.5\r`)).to.deep.equal([
      { problem: 'framing' },
      value('1.5', '0.1'),
    ]);
  });

  it('property: a reading that is sent comes out again', () => {
    const digits = fc.stringMatching(/^\d{1,8}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('+', '-', '', ' '),
        digits,
        fc.option(digits, { nil: '' }),
        fc.constantFrom('mm', 'in', 'µm', 'N', 'Nm', 'kPa', ''),
        fc.constantFrom('', ' '),
        cuts,
        (sign, integer, decimals, unit, space, at) => {
          const number = `${integer}${decimals && '.'}${decimals}`;
          if (!sign.trim() && !unit && !decimals && /^9\d[1-9]$/.test(integer)) return;
          const [answer, ...others] = inPieces(
            lineReader(),
            bytesOf(`${sign}${number}${space}${unit}\r\n`),
            at,
          );
          expect(others).to.deep.equal([]);
          if (!answer || 'problem' in answer) throw new Error(JSON.stringify(answer));
          expect(Number(answer.value)).to.equal(Number(`${sign.trim()}${number}`) + 0);
          expect(answer.value.split('.')[1] ?? '').to.equal(decimals);
          expect(answer.unit).to.equal(unit || undefined);
          expect(answer.resolution.split('.')[1]?.length ?? 0).to.equal(decimals.length);
        },
      ),
    );
  });

  it('property: any bytes, in pieces of any size, give the same answers, and none that is unsound', () => {
    const likely = fc.constantFrom(...bytesOf('+-0123456789. mMinA\r\n\x02\x03'));
    const noise = fc.array(fc.oneof(likely, fc.nat(255)), { maxLength: 400 });
    fc.assert(
      fc.property(noise, cuts, fc.boolean(), (bytes, at, midway) => {
        const sent = Uint8Array.from(bytes);
        const answers = lineReader(midway)(sent);
        expect(answers.every(isSound)).to.equal(true);
        expect(inPieces(lineReader(midway), sent, at)).to.deep.equal(answers);
      }),
    );
  });
});

describe('gauges that send Digimatic frames', () => {
  it('R39: the examples of the manuals', () => {
    const frames: [frame: string, answer: GaugeAnswer][] = [
      ['FFFF000012330', value('0.123', '0.001', 'mm')], // QM-Height, 6.2.1
      ['FFFF801234530', value('-12.345', '0.001', 'mm')], // measuring projector, 6-12
      ['FFFF021076540', value('21.0765', '0.0001', 'mm')], // LSM-6200, 6.2.1.5
      ['8F00000012330', value('0.123', '0.001', 'mm')], // QM-Height, Digimatic 2
      ['8F12834567851', value('-123.45678', '0.00001', 'in')],
      ['FFFF001234541', value('1.2345', '0.0001', 'in')],
      ['FFFF012345600', value('123456', '1', 'mm')],
      ['FFFF812345651', value('-1.23456', '0.00001', 'in')],
      ['FFFF800000020', value('0.00', '0.01', 'mm')],
    ];
    for (const [frame, answer] of frames) {
      expect(readFrame(frame), frame).to.deep.equal(answer);
      expect(frameReader()(digitsOf(frame)), frame).to.deep.equal([answer]);
    }
  });

  it('a frame with a sign, a point or a unit that the format does not have is no value', () => {
    for (const frame of [
      'FFFF100012330',
      'FFFF000012360',
      'FFFF000012332',
      'FFFF00001233',
      '',
      'FFFF0000A2330',
    ]) {
      expect(readFrame(frame)).to.deep.equal({ problem: 'unreadable', text: frame });
    }
  });

  it('a frame that was cut short is told, and the next one is read', () => {
    const good = value('0.123', '0.001', 'mm');
    const lost = { problem: 'framing' };
    expect(frameReader()(digitsOf('FFFF00001FFFF000012330'))).to.deep.equal([lost, good]);
    expect(frameReader()(digitsOf('12345FFFF000012330'))).to.deep.equal([lost, good]);
    expect(frameReader()(digitsOf('FFFFF000012330'))).to.deep.equal([lost, good]);
    expect(frameReader()(digitsOf('8FFFF000012330'))).to.deep.equal([lost, good]);
    expect(frameReader()(digitsOf('FFFF000012330FFFF000012330'))).to.deep.equal([good, good]);
    const shouting = frameReader();
    expect(shouting(bytesOf('+1.5 mm\r\n'))).to.deep.equal([lost]);
    expect(shouting(digitsOf('FFFF000012330'))).to.deep.equal([good]);
  });

  it('property: every frame that can be sent is read, cut anywhere', () => {
    const frame = fc.record({
      negative: fc.boolean(),
      number: fc.nat(999_999),
      decimals: fc.nat(5),
      inch: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 5 }), cuts, (frames, at) => {
        const sent = frames
          .map(({ negative, number, decimals, inch }) => {
            const digits = String(number).padStart(6, '0');
            return `FFFF${negative ? 8 : 0}${digits}${decimals}${inch ? 1 : 0}`;
          })
          .join('');
        const answers = inPieces(frameReader(), digitsOf(sent), at);
        expect(answers.length).to.equal(frames.length);
        frames.forEach(({ negative, number, decimals, inch }, index) => {
          const answer = answers[index]!;
          if ('problem' in answer) throw new Error(answer.problem);
          expect(Number(answer.value)).to.equal(
            Number(`${negative && number ? '-' : ''}${number}e-${decimals}`),
          );
          expect(answer.value.split('.')[1]?.length ?? 0).to.equal(decimals);
          expect(answer.unit).to.equal(inch ? 'in' : 'mm');
        });
      }),
    );
  });

  it('property: any bytes, in pieces of any size, give the same answers, and none that is unsound', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(15, 8, 0), fc.nat(17)), { maxLength: 120 }),
        cuts,
        (bytes, at) => {
          const sent = Uint8Array.from(bytes);
          const answers = frameReader()(sent);
          expect(answers.every(isSound)).to.equal(true);
          expect(inPieces(frameReader(), sent, at)).to.deep.equal(answers);
        },
      ),
    );
  });
});

describe('gauges that type', () => {
  it('a burst with a sign, decimals or a unit is a reading', () => {
    expect(readWedge('+012.345mm')).to.deep.equal(value('12.345', '0.001', 'mm'));
    expect(readWedge('12.345')).to.deep.equal(value('12.345', '0.001'));
    expect(readWedge('12,345\t')).to.deep.equal(value('12.345', '0.001'));
    expect(readWedge('-0.0005')).to.deep.equal(value('-0.0005', '0.0001'));
    expect(readWedge('\u22120.5 in')).to.deep.equal(value('-0.5', '0.1', 'in'));
    expect(readWedge('5 mm')).to.deep.equal(value('5', '1', 'mm'));
    expect(readWedge('+5')).to.deep.equal(value('5', '1'));
  });

  it('a bar code is none', () => {
    const codes = [
      '12345678',
      '0104012345123456',
      'SN-100',
      '100-23.4',
      '(01)04012345123456',
      '+A123BJC5D6E71',
      'M4x20',
      '5S',
    ];
    for (const code of [
      ...codes,
      '',
      '12.34.56',
      '2026-03-04',
      '1.25 lot',
      '{"pn":"1.5"}',
      '1'.repeat(70),
      '0.5\u001d',
    ]) {
      expect(readWedge(code), code).to.equal(undefined);
    }
  });

  it('property: any burst is read or left, without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (burst) => {
        const reading = readWedge(burst);
        if (reading) expect(isSound(reading)).to.equal(true);
      }),
    );
  });
});
