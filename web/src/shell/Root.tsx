import { Outlet } from '@tanstack/react-router'

/** Holds what every page has. */
export function Root() {
  return <Outlet />
}
