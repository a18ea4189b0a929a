/**
 * The contract between a page and its worker.  JSON text crosses the border,
 * never live objects.
 *
 * Page to worker: one `Start`, then any number of `Ask`.
 *
 * @typedef {object} Start
 * @property {string} runtime - Absolute address of the bundle's folder, ending in a slash.
 * @property {Object<string, {size: number, integrity: string}>} files - What lies in it, by name.
 * @property {import('./snapshot.mjs').Snapshot} [snapshot] - A short cut, where the site offers one.
 * @property {boolean} [anew] - Whether that short cut has just led nowhere.
 *
 * @typedef {object} Ask
 * @property {number} id - Chosen by the page, never reused.
 * @property {string} request - One request of the calculators' contract, as JSON; of a table's page one step.
 * @property {Uint8Array} [bytes] - The file that a step is about.
 *
 * Worker to page:
 *
 * @typedef {object} Stage
 * @property {'download' | 'start' | 'ready' | 'failed'} stage
 * @property {number} [bytes] - Come so far over the network, with "download".
 * @property {number} [total] - Of how many.
 * @property {boolean} [restored] - Whether an earlier visit's snapshot is used, with "start".
 * @property {'unsupported' | 'download' | 'package' | 'start'} [cause] - With "failed".
 * @property {string} [detail] - For the console, in English.
 *
 * @typedef {object} Reply
 * @property {number} id - The `id` of the Ask it answers.
 * @property {string} [answer] - The calculators' answer, as JSON.
 * @property {Uint8Array} [bytes] - A file that was asked for.
 * @property {string} [fault] - A defect of ours, in English, for the console.
 */
export {}
