// For end-to-end tests: a device without room, as the browser itself makes it.

/** @typedef {import('playwright-core').Page} Page */

/**
 * Fills what the browser leaves to this origin (`quota` of `withPortal`) to the last bytes, until `end`: then there is
 * room again.
 */
export async function fullStorage(/** @type {Page} */ page) {
  await page.evaluate(async () => {
    const asked = (/** @type {IDBRequest} */ request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opening = indexedDB.open('other data of this origin');
    opening.onupgradeneeded = () => opening.result.createObjectStore('all', { autoIncrement: true });
    const database = await asked(opening);
    const fits = (/** @type {number} */ size) =>
      new Promise((resolve) => {
        const transaction = database.transaction('all', 'readwrite');
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
        transaction.objectStore('all').put(crypto.getRandomValues(new Uint8Array(size)));
      });
    let size = 65_536;
    while (size >= 64) if (!(await fits(size))) size /= 2;
    database.close();
  });
  const connection = await page.context().newCDPSession(page);
  return {
    async end() {
      await connection.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin });
      await connection.detach();
    },
  };
}
