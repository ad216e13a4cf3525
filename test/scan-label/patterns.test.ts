import { expect } from 'chai';
import fc from 'fast-check';
import { checkPatterns, readLabel, type LabelKey, type ScanPattern } from '../../src/scan/label.js';

/** The label without the text, which is the same in each. */
const said = async (text: string, ...patterns: ScanPattern[]): Promise<object> => {
  const { text: same, ...rest } = await readLabel(text, patterns);
  expect(same).to.equal(text);
  return rest;
};
const faults = (...patterns: unknown[]): unknown[] =>
  checkPatterns(patterns as ScanPattern[]).map(({ problem }) => problem);

describe('plain text', () => {
  it('R63: is looked up as it is', async () => {
    expect(await readLabel('SN-000123')).to.deep.equal({ text: 'SN-000123', format: 'plain' });
    expect(await readLabel('')).to.deep.equal({ text: '', format: 'plain' });
    expect(await readLabel('<img onerror=x>')).to.deep.equal({ text: '<img onerror=x>', format: 'plain' });
  });

  it('R63: a line end of the scanner is no part of what is looked up', async () => {
    expect(await said('SN-1\r\n')).to.deep.equal({ format: 'plain', body: 'SN-1' });
  });
});

describe('JSON labels', () => {
  it('R63: a uid names the record', async () => {
    expect(await said('{"uid": "u-17"}')).to.deep.equal({ format: 'json', uid: 'u-17' });
    expect(await said('  {"uid":42,"other":[1]} \n')).to.include({ format: 'json', uid: '42' });
  });

  it('R63: configured keys mean what the pattern says', async () => {
    const pattern: ScanPattern = {
      name: 'supplier',
      json: { sn: 'serial', pn: 'partNumber', exp: 'expires', n: 'quantity', ean: 'gtin' },
    };
    expect(
      await said('{"sn":"0042","pn":"P-1","exp":"2027-06-30","n":2.50,"ean":"9506000134352","x":1}', pattern),
    ).to.deep.equal({
      format: 'json',
      pattern: 'supplier',
      serial: '0042',
      partNumber: 'P-1',
      expires: '2027-06-30',
      quantity: '2.50',
      gtin: '09506000134352',
    });
    expect(await said('{"sn":"1","uid":"u"}', pattern)).to.deep.equal({
      format: 'json',
      pattern: 'supplier',
      serial: '1',
      uid: 'u',
    });
    expect(await said('{"sn":"1","ean":"9506000134353"}', pattern)).to.include({ problem: 'check-digit' });
    expect(await said('{"sn":"1","exp":"2027-02-30"}', pattern)).to.include({ problem: 'bad-date' });
    expect(await said('{"sn":"1","n":"many"}', pattern)).to.include({ problem: 'bad-number' });
  });

  it('R63: a JSON text tries only JSON patterns, and no other text does', async () => {
    const regex: ScanPattern = { regex: '(?<serial>.+)' };
    const json: ScanPattern = { json: { sn: 'lot' } };
    expect(await said('{"sn":"7"}', regex, json)).to.deep.equal({ format: 'json', lot: '7' });
    expect(await said('{"other":"7"}', regex, json)).to.deep.equal({ format: 'json' });
    expect(await said('sn7', json)).to.deep.equal({ format: 'plain' });
    expect(await said('{"sn":', regex)).to.deep.equal({ format: 'pattern', serial: '{"sn":' });
    expect(await said('["sn"]', json)).to.deep.equal({ format: 'plain' });
  });

  it('R63: numbers become text without being rounded', async () => {
    const json: ScanPattern = { json: { sn: 'serial' } };
    expect(await said('{"sn":12345678901234567890}', json)).to.include({ serial: '12345678901234567890' });
    expect(await said('{"sn":0}', json)).to.include({ serial: '0' });
    expect(await said('{"sn":1e400}', json)).to.deep.equal({ format: 'json' });
  });

  it('R63: hostile JSON says no more than its own keys', async () => {
    const map: Record<string, LabelKey> = {
      ['__proto__']: 'serial' as const,
      constructor: 'lot' as const,
    };
    const json: ScanPattern = { json: { ...map, toString: 'partNumber' } as Record<string, LabelKey> };
    expect(await said('{"x":1}', json)).to.deep.equal({ format: 'json' });
    const own: ScanPattern = JSON.parse('{"json":{"__proto__":"serial","constructor":"lot"}}') as ScanPattern;
    expect(await said('{"__proto__":"S","constructor":"L"}', own)).to.deep.equal({
      format: 'json',
      serial: 'S',
      lot: 'L',
    });
    expect(await said('{"__proto__":{"uid":"x"}}')).to.deep.equal({ format: 'json' });
    expect(await said('{"uid":"first","uid":"last"}')).to.deep.equal({ format: 'json', uid: 'last' });
    for (const value of ['{}', '[]', 'true', 'null', '""', '"  "', '{"uid":"x"}'])
      expect(await said(`{"uid":${value}}`), value).to.deep.equal({ format: 'json' });
    expect(({} as { uid?: string }).uid).to.equal(undefined);
  });

  it('R63: deep and very large JSON is answered at once', async () => {
    const start = performance.now();
    expect(await said('{"a":'.repeat(600) + '1' + '}'.repeat(600))).to.deep.equal({ format: 'json' });
    expect(await said(`{"uid":${'['.repeat(2000)}${']'.repeat(2000)}}`)).to.deep.equal({ format: 'json' });
    const large = `{"uid":"${'x'.repeat(10_000_000)}"}`;
    const label = await readLabel(large);
    expect(label.text === large && label.uid === undefined && label.format === 'plain').to.equal(true);
    expect(performance.now() - start).to.be.lessThan(1000);
  });

  it('R63: any JSON value is read without failing', async () => {
    const map: ScanPattern = { json: { sn: 'serial', a: 'lot', q: 'quantity', e: 'expires' } };
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('uid', 'sn', 'a', 'q', 'e', '__proto__', 'x'), fc.jsonValue()),
        async (value) => {
          const text = JSON.stringify(value);
          const label = await readLabel(text, [map]);
          expect(label.text).to.equal(text);
          if (typeof value.uid === 'string' && value.uid.trim() && label.problem === undefined)
            expect(label.uid).to.equal(value.uid.trim());
        },
      ),
    );
  });
});

describe('configured patterns', () => {
  const semicolons: ScanPattern = {
    name: 'supplier',
    regex: 'PN:(?<partNumber>[^;]+);SN:(?<serial>[^;]+)(?:;EXP:(?<expires>[^;]+))?',
  };

  it('R63: named groups of an expression that fits the whole text', async () => {
    expect(await said('PN:P-1;SN:007', semicolons)).to.deep.equal({
      format: 'pattern',
      pattern: 'supplier',
      partNumber: 'P-1',
      serial: '007',
    });
    expect(await said('PN:P-1;SN:007;EXP:20270630', semicolons)).to.include({ expires: '2027-06-30' });
    expect(await said('PN:P-1;SN:007;EXP:soon', semicolons)).to.include({ problem: 'bad-date' });
    expect(await said('x PN:P-1;SN:007', semicolons)).to.deep.equal({ format: 'plain' });
    expect(await said(']C0PN:P-1;SN:007\r', semicolons)).to.include({ serial: '007', body: 'PN:P-1;SN:007' });
  });

  it('R63: what is between a prefix and a suffix', async () => {
    const lot: ScanPattern = { as: 'lot', prefix: 'LOT-', suffix: '#', contains: '.' };
    expect(await said('LOT-7.1#', lot)).to.deep.equal({ format: 'pattern', lot: '7.1' });
    for (const text of ['LOT-71#', 'LOT-7.1', '7.1#', 'LOT-#', 'LOT#'])
      expect(await said(text, lot), text).to.deep.equal({ format: 'plain' });
    expect(await said('abcd', { as: 'serial', contains: 'bc' })).to.include({ serial: 'abcd' });
    expect(await said('SN', { as: 'serial', prefix: 'S', suffix: 'SN' })).to.deep.equal({ format: 'plain' });
  });

  it('R62: where patterns read differently, all readings are told in their order', async () => {
    const serial: ScanPattern = { name: 'serials', regex: '(?<serial>\\d+)' };
    const lot: ScanPattern = { name: 'lots', regex: '(?<lot>\\d{4})' };
    const same: ScanPattern = { name: 'again', regex: '(?<serial>[0-9]+)' };
    expect(await said('1234', serial, lot, same)).to.deep.equal({
      format: 'pattern',
      pattern: 'serials',
      serial: '1234',
      alternatives: [{ format: 'pattern', pattern: 'lots', lot: '1234' }],
    });
    expect(await said('123', serial, lot, same)).to.not.have.property('alternatives');
  });

  it('R62: a reading that says the same and less is none of its own', async () => {
    const some: ScanPattern = { json: { sn: 'serial' } };
    const more: ScanPattern = { json: { sn: 'serial', pn: 'partNumber' } };
    expect(await said('{"sn":"1","pn":"P"}', some, more)).to.deep.equal({
      format: 'json',
      serial: '1',
      partNumber: 'P',
    });
  });

  it('R62: what looks like GS1 and fits a pattern is told both ways', async () => {
    expect(await said('(10)L1', { regex: '\\(10\\)(?<serial>.+)' })).to.deep.equal({
      format: 'gs1',
      lot: 'L1',
      alternatives: [{ format: 'pattern', serial: 'L1' }],
    });
    expect(await said(']C110L1', { regex: '.*(?<serial>L1)' })).to.deep.equal({ format: 'gs1', lot: 'L1' });
  });

  it('R63: a faulty configuration is told once, and reads nothing', async () => {
    const faulty: [unknown, string][] = [
      [null, 'not-a-pattern'],
      ['x', 'not-a-pattern'],
      [{}, 'not-a-pattern'],
      [{ regex: 7 }, 'not-a-pattern'],
      [{ json: null }, 'not-a-pattern'],
      [{ as: 'serial' }, 'not-a-pattern'],
      [{ as: 'serial', prefix: 7 }, 'not-a-pattern'],
      [{ as: 'color', prefix: 'x' }, 'unknown-key'],
      [{ json: { sn: 'color' } }, 'unknown-key'],
      [{ json: {} }, 'no-key'],
      [{ regex: '(?<serial>a)', json: { sn: 'serial' } }, 'two-kinds'],
      [{ regex: '(' }, 'bad-regex'],
      [{ regex: '(?<serial>a)|b)(' }, 'bad-regex'],
      [{ regex: 'a)(?:(?<serial>b)' }, 'bad-regex'],
      [{ regex: '[z-a](?<serial>a)' }, 'bad-regex'],
      [{ regex: '(.+)' }, 'no-key'],
      [{ regex: '(?<color>.+)' }, 'unknown-key'],
    ];
    for (const [pattern, problem] of faulty) {
      expect(faults(pattern), JSON.stringify(pattern)).to.deep.equal([problem]);
      expect(await said('serial', pattern as ScanPattern)).to.deep.equal({ format: 'plain' });
    }
    expect(checkPatterns([semicolons, { name: 'mine', regex: '(?<color>a)' }])).to.deep.equal([
      { index: 1, name: 'mine', problem: 'unknown-key', detail: 'color' },
    ]);
  });

  it('R63: an expression that could hang is told, and never run', async () => {
    const start = performance.now();
    const hanging = [
      '(a+)+(?<serial>b)',
      '(a|aa)+(?<serial>b)',
      '(a|a)*(?<serial>b)',
      '(a*)*(?<serial>b)',
      '(a?b?)*(?<serial>c)',
      '(.*a){12}(?<serial>b)',
      '(?<serial>(\\w+\\s?)*)\\.',
      '([a-z]+[a-z0-9]*)*(?<serial>!)',
      '(?:(?=(a+)+)a)*(?<serial>b)',
      '(?<serial>.*.*.*.*.*.*.*.*)x',
      `${'(?:a|a)'.repeat(40)}(?<serial>b)`,
      `${'a?'.repeat(40)}(?<serial>${'a'.repeat(40)})`,
      `(?<serial>${'(a*'.repeat(90)}${')*'.repeat(90)})b`,
      `(?<serial>x${'[a-z]?'.repeat(200)})`,
    ];
    for (const regex of hanging) {
      expect(faults({ regex }), regex).to.deep.equal(['slow']);
      await readLabel('a'.repeat(4000), [{ regex }]);
    }
    expect(performance.now() - start).to.be.lessThan(1000);
  });

  it('R63: ordinary expressions are not taken for slow, however long the label', async () => {
    const start = performance.now();
    for (const regex of [
      '(?<partNumber>[A-Z]+)-(?<serial>\\d+)',
      '(?<serial>\\w+)(?:-(?<lot>\\d+))?',
      '(?:[^;]*;)*SN=(?<serial>[^;]+)',
      '(?<serial>.+)',
      '.*SN(?<serial>\\d+).*',
      '(?<partNumber>.+)/(?<serial>.+)/(?<lot>.+)',
      '(?:SN|SER|S/N)[: ]?(?<serial>[A-Z\\d]{4,12})',
      '(?<serial>(?:\\d{3}-)+\\d{2})',
      '(?<partNumber>\\p{Lu}+)(?<serial>\\p{Nd}+)',
      '(?<serial>[\\u{1f600}-\\u{1f64f}]+)\\.?',
    ]) {
      expect(faults({ regex }), regex).to.deep.equal([]);
      for (const text of ['A', '1', ';', 'SN', '-', '/', '1-'])
        await readLabel(text.repeat(4096 / text.length), [{ regex }]);
    }
    expect(performance.now() - start).to.be.lessThan(2000);
    expect(await said('P/1/2', { regex: '(?<partNumber>.+)/(?<serial>.+)/(?<lot>.+)' })).to.include({
      partNumber: 'P',
      serial: '1',
      lot: '2',
    });
  });

  it('R63: no expression that is let through takes long, on no text', async () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      '\\w',
      '[ab]',
      '\\d',
      'a|b',
      'a|ab',
      '(?=a)',
      '^',
      '$',
      '\\b',
      '\\1',
    );
    const times = fc.constantFrom('', '', '?', '*', '+', '{2}', '{0,3}', '*?', '{2,}');
    const { expression } = fc.letrec<{ expression: string; node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.tuple(piece, times).map(([one, how]) => (/^[ab.]$|^\\[wd]$|^\[/.test(one) ? one + how : one)),
        fc.tuple(tie('expression'), times).map(([one, how]) => `(?:${one})${how}`),
      ),
      expression: fc.array(tie('node'), { minLength: 1, maxLength: 5 }).map((all) => all.join('')),
    }));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(expression, fc.constantFrom('a', 'ab', 'aab', '1'), async (one, unit) => {
        const regex = `(?<serial>${one.replaceAll('\\1', 'b')})!`;
        if (faults({ regex }).length > 0) return;
        run++;
        const start = performance.now();
        await readLabel(unit.repeat(4000 / unit.length), [{ regex }]);
        await readLabel(unit.repeat(30), [{ regex }]);
        expect(performance.now() - start).to.be.lessThan(500);
      }),
      { numRuns: 300 },
    );
    expect(run).to.be.greaterThan(60);
  });

  it('R63: any configuration and any text: the text stays, nothing fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.array(
          fc.oneof(fc.anything(), fc.record({ regex: fc.string() }), fc.record({ json: fc.anything() })),
        ),
        async (text, patterns) => {
          checkPatterns(patterns as ScanPattern[]);
          expect((await readLabel(text, patterns as ScanPattern[])).text).to.equal(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});
