export * from './digits.ts'
export * from './folding.ts'
