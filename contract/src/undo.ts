/** How long a change of many rows, or a thing thrown away, can be put back; and how long effects that leave the house wait. */
export const undoWindowSeconds = 600
