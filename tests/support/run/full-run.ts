/** True in `npm run test:faults`, which sends every combination. A normal run sends a sample of each kind. */
export const isFullFaultRun = process.env.FAULTS === 'whole'
