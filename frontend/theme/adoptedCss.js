// Stands in for the component library's own "put a <style> into the head" (see vite.config.ts): same three functions,
// but the rules go into constructed style sheets, which `style-src 'self'` allows.
const sheets = new Map();

/** Adds or replaces the rules kept under key. Callers only set attributes on the answer, which never enters the page. */
export function updateCSS(css, key, option) {
  const answer = document.createElement('style');
  // Theme variables and component rules are already in src/ui/antd.css, there in rem; these would bring back px.
  if (option && option.mark === 'data-css-hash') return answer;
  let sheet = sheets.get(key);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheets.set(key, sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(css);
  return answer;
}

/** Adds rules that nobody will remove. */
export function injectCSS(css, option) {
  return updateCSS(css, css, option);
}

/** Takes the rules kept under key away. */
export function removeCSS(key) {
  const sheet = sheets.get(key);
  if (!sheet) return;
  sheets.delete(key);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
}

export function clearContainerCache() {}
