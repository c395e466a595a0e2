import type { PaletteSource } from '../shell/palette.ts'

/** Where the palette looks as one types; added by the change that makes the pages found. */
export const paletteSources: readonly PaletteSource[] = []
