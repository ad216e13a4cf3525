import { expect } from 'chai';
import fc from 'fast-check';
import { gtin14, readLabel, type Label } from '../../src/scan/label.js';

const FNC1 = '\x1d';
const gtin = '09506000134352';
const read = (text: string): Promise<Label> => readLabel(text);
/** The label without the text, which is the same in each. */
const said = async (text: string): Promise<object> => {
  const { text: same, ...rest } = await read(text);
  expect(same).to.equal(text);
  return rest;
};
const problem = async (text: string): Promise<unknown> => {
  const label = await read(text);
  expect(Object.keys(label).sort()).to.deep.equal(['format', 'problem', 'text']);
  return label.problem;
};

describe('GS1 element strings', () => {
  const content = { format: 'gs1', gtin, lot: 'ABC123', serial: '4711', expires: '2027-06-30' };
  const golden: [string, string][] = [
    ['GS1-128', `]C101${gtin}1727063010ABC123${FNC1}214711`],
    ['GS1 DataMatrix', `]d201${gtin}1727063010ABC123${FNC1}214711`],
    ['GS1 QR', `]Q301${gtin}214711${FNC1}10ABC123${FNC1}17270630`],
    ['GS1 DataBar', `]e01727063001${gtin}10ABC123${FNC1}214711`],
    ['a leading FNC1', `${FNC1}01${gtin}214711${FNC1}1727063010ABC123`],
    ['a leading FNC1 after its identifier', `]C1${FNC1}01${gtin}214711${FNC1}1727063010ABC123`],
    [
      'a separator after a fixed length, and one at the end',
      `]d201${gtin}${FNC1}17270630${FNC1}214711${FNC1}10ABC123${FNC1}`,
    ],
    ['no sign but its separators', `01${gtin}10ABC123${FNC1}17270630${FNC1}214711`],
    ['as printed', `(01)${gtin}(17)270630(10)ABC123(21)4711`],
    ['as printed, with spaces', `(01) ${gtin} (17) 270630 (10) ABC123 (21) 4711`],
    ['as printed, with an identifier', `]C1(01)${gtin}(17)270630(10)ABC123(21)4711`],
    ['others between them', `]C101${gtin}310300052510ABC123${FNC1}91X/Y${FNC1}1125010117270630214711`],
  ];
  for (const [name, text] of golden) {
    it(`R63: reads part, lot, serial and expiry: ${name}`, async () => {
      expect(await said(text)).to.deep.equal(content);
    });
  }

  it('R63: a trade item number alone, when the first FNC1 was lost on the way', async () => {
    expect(await said(`01${gtin}`)).to.deep.equal({
      format: 'gs1',
      gtin,
      alternatives: [{ format: 'plain' }],
    });
    expect(await said(`01${gtin}10L-1`)).to.include({ gtin, lot: 'L-1' });
    // Its check digit is another: this is some number.
    expect(await said('0109506000134353')).to.deep.equal({ format: 'plain' });
  });

  it('R63: counts, what a box contains and part numbers', async () => {
    expect(await said(`]C130012${FNC1}10L`)).to.deep.equal({ format: 'gs1', lot: 'L', quantity: '12' });
    expect(await said(`]C102${gtin}370040`)).to.deep.equal({ format: 'gs1', gtin, quantity: '40' });
    expect(await said(`]C1240PN-7/A${FNC1}21S`)).to.deep.equal({
      format: 'gs1',
      partNumber: 'PN-7/A',
      serial: 'S',
    });
    expect(await said('(241)CUST-7')).to.deep.equal({ format: 'gs1', partNumber: 'CUST-7' });
  });

  it("R62: of the customer's and the maker's part number both are told", async () => {
    expect(await said(`]C1240MAKER${FNC1}241OURS${FNC1}21S`)).to.deep.equal({
      format: 'gs1',
      partNumber: 'OURS',
      serial: 'S',
      alternatives: [{ format: 'gs1', partNumber: 'MAKER', serial: 'S' }],
    });
  });

  it('R63: leading zeros of serials and lots stay', async () => {
    expect(await said(`]C1210007${FNC1}1000`)).to.deep.equal({ format: 'gs1', serial: '0007', lot: '00' });
  });

  it("R63: dates: day 00 is the month's last, the century slides, best before counts where there is no expiry", async () => {
    const expires = async (date: string, ai = '17'): Promise<unknown> =>
      (await read(`]C1${ai}${date}`)).expires;
    expect(await expires('280200')).to.equal('2028-02-29');
    expect(await expires('270200')).to.equal('2027-02-28');
    expect(await expires('261200')).to.equal('2026-12-31');
    expect(await expires('260101')).to.equal('2026-01-01');
    expect(await expires('270630', '15')).to.equal('2027-06-30');
    expect(await expires('270630', '11')).to.equal(undefined);
    expect((await read(']C1152706301728013110L')).expires).to.equal('2028-01-31');
    const year = new Date().getUTCFullYear();
    const yy = (one: number): string => String(one % 100).padStart(2, '0');
    expect(await expires(`${yy(year + 50)}0101`)).to.equal(`${year + 50}-01-01`);
    expect(await expires(`${yy(year + 51)}0101`)).to.equal(`${year - 49}-01-01`);
  });

  it('R63: what was misread is a problem and no part', async () => {
    expect(await problem(`]C1010950600013435321S`)).to.equal('check-digit');
    expect(await problem('(01)09506000134353(21)S')).to.equal('check-digit');
    expect(await problem(']C117270631')).to.equal('bad-date');
    expect(await problem(']C117270229')).to.equal('bad-date');
    expect(await problem(']C117271301')).to.equal('bad-date');
    expect(await problem(']C117000000')).to.equal('bad-date');
    expect(await problem(']C1171a0101')).to.equal('bad-date');
    expect(await problem(']C130twelve')).to.equal('bad-number');
    expect(await problem(`]C110${FNC1}21S`)).to.equal('empty');
    expect(await problem(']C121Ü')).to.equal('bad-character');
    expect(await problem(`]C121A${FNC1}21B`)).to.equal('contradiction');
    expect(await problem(']C1')).to.equal('unreadable');
    expect(await problem(']C1hello')).to.equal('unreadable');
    expect(await problem(`]C101${gtin.slice(0, 9)}`)).to.equal('unreadable');
  });

  it('R63: a lost separator is not read as one long lot', async () => {
    expect(await problem(`]C101${gtin}10ABC12321SERIAL-000017270630`)).to.equal('too-long');
  });

  it('R63: what only looks like an element string is plain text', async () => {
    for (const text of [
      '(12)-bolt',
      '(1)',
      '(9999)',
      '[)>\x1e06\x1d1PPART\x1dSSER\x1e\x04',
      'A\x1dB',
      '12345',
    ]) {
      expect(await said(text), text).to.deep.equal({ format: 'plain' });
    }
  });

  it('R63: an EAN with its symbology is a trade item number', async () => {
    expect(await said(']E09506000134352')).to.deep.equal({ format: 'gs1', body: '9506000134352', gtin });
    expect(await said(']E09506000134353')).to.include({ problem: 'check-digit' });
  });

  it('R63: another symbology is taken off what is looked up', async () => {
    expect(await said(']C0SN-17')).to.deep.equal({ format: 'plain', body: 'SN-17' });
    expect(await said(']C0')).to.deep.equal({ format: 'plain' });
  });

  it('R63: generated element strings come back, in any order and any writing', async () => {
    const data = fc.string({
      unit: fc.constantFrom(...'AZaz09-/.+_%&!*,:;<=>?"'),
      minLength: 1,
      maxLength: 20,
    });
    const withCheck = fc
      .stringMatching(/^\d{13}$/)
      .map((digits) => [...'0123456789'].map((check) => digits + check).find((one) => gtin14(one))!);
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2070-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const elements = fc.record(
      {
        gtin: withCheck,
        lot: data,
        serial: data,
        partNumber: data,
        expires: day,
        quantity: fc.nat(99_999_999).map(String),
      },
      { requiredKeys: ['serial'] },
    );
    const ais = { gtin: '01', lot: '10', serial: '21', partNumber: '241', expires: '17', quantity: '30' };
    await fc.assert(
      fc.asyncProperty(
        elements.chain((content) =>
          fc.tuple(
            fc.constant(content),
            fc.shuffledSubarray(Object.keys(content) as (keyof typeof ais)[], {
              minLength: Object.keys(content).length,
            }),
          ),
        ),
        fc.constantFrom(']C1', ']d2', ']Q3', ''),
        fc.boolean(),
        async ([content, order], prefix, printed) => {
          const raw = (key: keyof typeof ais): string =>
            key === 'expires' ? content.expires!.slice(2).replaceAll('-', '') : content[key]!;
          const text = printed
            ? order.map((key) => `(${ais[key]})${raw(key)}`).join('')
            : (prefix || FNC1) +
              order.map((key) => ais[key] + raw(key) + (/gtin|expires/.test(key) ? '' : FNC1)).join('');
          expect(await read(text)).to.deep.equal({ text, format: 'gs1', ...content });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('R63: any text stays as it was scanned, and none makes it fail', async () => {
    const noise = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          FNC1,
          ']',
          'C',
          '1',
          '0',
          '01',
          '10',
          '17',
          '21',
          '(',
          ')',
          '{',
          '"',
          '\n',
          '(01)',
          ']d2',
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(noise, async (text) => {
        const label = await read(text);
        expect(label.text).to.equal(text);
        expect(label.gtin === undefined || gtin14(label.gtin) === label.gtin).to.equal(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('R63: a text of any length is answered at once', async () => {
    const start = performance.now();
    for (const one of ['(01)', '01', FNC1, ']C1', '{"a":', 'x'])
      for (const length of [1000, 1_000_000]) {
        const text = one.repeat(length);
        expect((await read(text)).text === text).to.equal(true);
      }
    expect(performance.now() - start).to.be.lessThan(1000);
  });
});

describe('trade item numbers', () => {
  it('R63: 8, 12, 13 and 14 digits with their check digit, as 14', () => {
    expect(gtin14('96385074')).to.equal('00000096385074');
    expect(gtin14('036000291452')).to.equal('00036000291452');
    expect(gtin14('9506000134352')).to.equal(gtin);
    expect(gtin14(gtin)).to.equal(gtin);
    for (const wrong of [
      '',
      '9506000134353',
      '950600013435',
      '095060001343520',
      '0950600013435X',
      '٩٥٠٦٠٠٠١٣٤٣٥٢',
    ])
      expect(gtin14(wrong), wrong).to.equal(undefined);
  });
});
