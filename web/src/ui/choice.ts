/** The line of a tick, a radio or a switch: the whole of it can be pressed. */
export const choiceClass =
  'group/choice flex min-h-8 cursor-pointer items-start gap-2.5 py-0.5 text-body text-text select-none pointer-coarse:min-h-11 pointer-coarse:py-2 data-disabled:cursor-not-allowed data-disabled:opacity-50'
