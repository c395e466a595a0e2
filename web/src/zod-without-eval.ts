/*
 * The content policy forbids building code from strings, which zod would try when a schema is declared.
 * This module must be the first that main.tsx imports: zod reads the setting as it loads.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
