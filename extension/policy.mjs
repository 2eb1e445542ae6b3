// The content security policy of the page. It is defined only here. docs/security.md explains each source.

const policy = (styles) => [
  "default-src 'none'",
  // Required for compiling WebAssembly. Nothing inline is permitted.
  "script-src 'self' 'wasm-unsafe-eval'",
  styles,
  "img-src 'self' data:",
  // The addresses of a Server, and whether it uses TLS, are not known when the package is made.
  "connect-src 'self' https: http:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The policy of the standalone page, sent as a header. No page may show it in a frame. */
export const ALONE = [...policy("style-src 'self'"), "frame-ancestors 'none'"].join("; ");

/**
 * The policy of the packaged page. Azure DevOps serves the package and sends its own headers, so this policy is in the
 * page. Microsoft's SDK writes the theme into its own style element.
 */
export const POLICY = policy("style-src 'self' 'unsafe-inline'").join("; ");

const FIRST = '<meta charset="utf-8" />';

/** The page with its policy, before anything that loads files. */
export function guarded(page) {
  if (!page.includes(FIRST)) throw new Error(`index.html has no ${FIRST}, behind which its policy goes`);
  return page.replace(FIRST, `${FIRST}\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`);
}
