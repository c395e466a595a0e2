/** What is read of a package.json; everything else is passed on. */
interface Manifest {
  exports: Record<string, string>
  scripts?: Record<string, string>
  devDependencies?: Record<string, string>
}

/**
 * In the workspace the package is its TypeScript sources, so that nothing has to be built before it is used; what is
 * published is the JavaScript and the types made of them.
 */
export function publishedManifest({ scripts: _scripts, devDependencies: _tools, exports, ...rest }: Manifest): object {
  const built = Object.entries(exports).map(([door, source]) => {
    const base = source.replace(/^\.\/src\//u, './dist/').replace(/\.ts$/u, '')
    return [door, { types: `${base}.d.ts`, default: `${base}.js` }]
  })
  return { ...rest, exports: Object.fromEntries(built) as object }
}
