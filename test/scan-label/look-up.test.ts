// Which units a scanned text may mean.
import { expect } from 'chai';
import type { Unit } from '../../src/domain/run.js';
import { lookUp } from '../../src/scan/look-up.js';

const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  id,
  partNumber: 'P-1',
  quantity: '1',
  status: 'available',
  ...more,
});
const gtin = '04012345678901';
const stock = [
  unit('u-1', { serial: 'S-1', gtin: '4012345678901' }),
  unit('u-2', { serial: 'S-1', partNumber: 'P-2' }),
  unit('u-3', { lot: 'L-1' }),
  unit('u-4', { lot: 'L-1', partNumber: 'P-2', gtin: '00000000000000' }),
];
const asked: string[] = [];
const find = (text: string): Promise<readonly Unit[]> => {
  asked.push(text);
  const names = (one: Unit): unknown[] => [one.id, one.serial, one.lot, one.partNumber, one.gtin];
  return Promise.resolve(stock.filter((one) => names(one).includes(text)));
};
const found = async (text: string, ...patterns: Parameters<typeof lookUp>[1]): Promise<string[]> =>
  (await lookUp(text, patterns, find)).units.map(({ id }) => id);

describe('looking up what a label says', () => {
  beforeEach(() => asked.splice(0));

  it('R63: a plain text is looked up as it is, and as it was read without its symbology', async () => {
    expect(await found('S-1')).to.deep.equal(['u-1', 'u-2']);
    expect(await found(']C0S-1')).to.deep.equal(['u-1', 'u-2']);
  });

  it('R63: the record itself comes first, then its serial, its lot, its part', async () => {
    expect(await found('{"uid":"u-4"}')).to.deep.equal(['u-4']);
    expect(asked).to.deep.equal(['u-4']);
    const keys = { json: { sn: 'serial', lot: 'lot', pn: 'partNumber' } } as const;
    expect(await found('{"uid":"none","sn":"none","lot":"L-1"}', keys)).to.deep.equal(['u-3', 'u-4']);
    expect(await found('{"pn":"P-2"}', keys)).to.deep.equal(['u-2', 'u-4']);
  });

  it('R63: what else the label says narrows what was found; what is not on record does not', async () => {
    expect(await found(`]C101${gtin}21S-1`)).to.deep.equal(['u-1', 'u-2']);
    expect(await found(`]C101${gtin}10L-1`)).to.deep.equal(['u-3']);
    const regex = { regex: '(?<partNumber>[^/]+)/(?<serial>.+)' } as const;
    expect(await found('p-2/S-1', regex)).to.deep.equal(['u-2']);
    expect(await found('P-3/S-1', regex)).to.deep.equal([]);
  });

  it('R63: a trade item number is found in whatever length it is on record', async () => {
    expect(await found(`]C101${gtin}`)).to.deep.equal(['u-1']);
  });

  it('R62: every way to read a text is looked up, each unit is found once', async () => {
    const both = [{ regex: '(?<serial>[A-Z]-1)' }, { regex: '(?<lot>[A-Z]-1)' }] as const;
    const { units, label } = await lookUp('L-1', both, find);
    expect(units.map(({ id }) => id)).to.deep.equal(['u-3', 'u-4']);
    expect(label.text).to.equal('L-1');
  });

  it('R62: a label that contradicts itself or is damaged finds nothing, and is not looked up', async () => {
    const { units, label } = await lookUp(`]C10104012345678902`, [], find);
    expect(units).to.deep.equal([]);
    expect(label.problem).to.equal('check-digit');
    expect(asked).to.deep.equal([]);
  });
});
