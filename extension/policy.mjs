// The content security policy of the page: the one place. docs/security.md says why each source is there.

const policy = (styles) => [
  "default-src 'none'",
  // What compiling WebAssembly needs, and nothing inline.
  "script-src 'self' 'wasm-unsafe-eval'",
  styles,
  "img-src 'self' data:",
  // The addresses of a Server, and whether it has TLS, are not known when the package is made.
  "connect-src 'self' https: http:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Of the page that stands alone, as a header: nobody shows it in a frame. */
export const ALONE = [...policy("style-src 'self'"), "frame-ancestors 'none'"].join("; ");

/**
 * Of the packaged page. Who serves the package – Azure DevOps – sends headers of its own, so the policy stands in the
 * page. Microsoft's SDK writes the theme into a style element of its own.
 */
export const POLICY = policy("style-src 'self' 'unsafe-inline'").join("; ");

const FIRST = '<meta charset="utf-8" />';

/** The page with the policy in it, before anything that loads. */
export function guarded(page) {
  if (!page.includes(FIRST)) throw new Error(`index.html has no ${FIRST}, behind which its policy goes`);
  return page.replace(FIRST, `${FIRST}\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`);
}
