/** Shows every component with its states, in development only. */
export function KitPage() {
  return <main className="p-6 text-heading" />
}
