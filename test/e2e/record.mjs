// For end-to-end tests, and for assertions only: what lies in the portal's database, read past the package.

/** The run that the story is about. */
export const runId = 'rover-007';

/**
 * The events of a run as they are stored, in order.
 * @param {import('playwright-core').Page} page
 * @param {string} runId
 * @returns {Promise<import('../../src/domain/command.js').RunEvent[]>}
 */
export const storedEvents = async (page, runId) =>
  (await stored(page, 'events')).filter((record) => record.runId === runId).map((record) => record.event);

/** A unit of the stock as it is stored. */
export const storedUnit = async (
  /** @type {import('playwright-core').Page} */ page,
  /** @type {string} */ id,
) => (await stored(page, 'units')).find((record) => record.id === id)?.unit;

/** All of the stock as it is stored. */
export const storedUnits = async (/** @type {import('playwright-core').Page} */ page) =>
  (await stored(page, 'units')).map((record) => record.unit);

/** @returns {Promise<any[]>} */
const stored = (
  /** @type {import('playwright-core').Page} */ page,
  /** @type {'events' | 'units'} */ store,
) =>
  page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('rover-demo');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    store,
  );

/** The values that the events leave behind, by field. */
export function valuesIn(/** @type {readonly import('../../src/domain/command.js').RunEvent[]} */ events) {
  /** @type {Record<string, unknown>} */
  const values = {};
  for (const event of events) {
    if (event.type === 'value-set') values[event.targetId] = event.record.value;
    if (event.type === 'marked-not-applicable') values[event.targetId] = null;
    if (event.type === 'value-cleared') delete values[event.targetId];
  }
  return values;
}

export const typesOf = (/** @type {readonly { type: string }[]} */ events) => events.map(({ type }) => type);
