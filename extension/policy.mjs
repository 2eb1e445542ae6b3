// The content security policy of the packaged page. Who serves the package – Azure DevOps – sends headers of its own, so
// the policy stands in the page. docs/security.md says why each source is there.

/** As strict as the policy of the page that stands alone (README), with one exception, in `style-src`. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // Microsoft's SDK writes the theme into a style element of its own.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  // The addresses of a Server, and whether it has TLS, are not known when the package is made.
  "connect-src 'self' https: http:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const FIRST = '<meta charset="utf-8" />';

/** The page with the policy in it, before anything that loads. */
export function guarded(page) {
  if (!page.includes(FIRST)) throw new Error(`index.html has no ${FIRST}, behind which its policy goes`);
  return page.replace(FIRST, `${FIRST}\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`);
}
