/** The import is no longer this worker's to go on with: somebody paused or discarded it, or another worker has it. */
export class ImportStopped extends Error {}
