/** How long a change of many rows, or a thing thrown away, can be put back. */
export const undoWindowSeconds = 600

/** How long the putting back of a single change is offered. Effects that leave the house wait at least so long. */
export const slipSeconds = 30
