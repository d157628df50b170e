// Gives a plain browser what the window of the program gives its page:
// window.go.<package>.<Struct>.<Method>(…) and the few calls of window.runtime
// that the screens use. The list of methods comes from /preview/methods.js.
(function () {
  'use strict';

  const unreachable = JSON.stringify({
    code: 'unavailable',
    message: 'Không liên lạc được với chương trình. Hãy chạy lại bản xem trước rồi tải lại trang.',
    fields: {},
    id: '',
  });

  async function call(method, args) {
    let answer;
    try {
      const response = await fetch('/rpc', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        // A missing argument arrives as null, as in the window; undefined would be dropped.
        body: JSON.stringify({ m: method, a: args.map((arg) => (arg === undefined ? null : arg)) }),
      });
      answer = await response.json();
    } catch {
      throw unreachable;
    }
    if (typeof answer.e === 'string') throw answer.e;
    return answer.r;
  }

  const go = {};
  for (const name of window.previewMethods || []) {
    const [pkg, struct, method] = name.split('.');
    go[pkg] ??= {};
    go[pkg][struct] ??= {};
    go[pkg][struct][method] = (...args) => call(name, args);
  }
  delete window.previewMethods;
  window.go = go;

  const listeners = new Map();
  function on(event, callback, times) {
    const entry = { callback, times };
    if (!listeners.has(event)) listeners.set(event, new Set());
    listeners.get(event).add(entry);
    return () => listeners.get(event)?.delete(entry);
  }
  window.runtime = {
    EventsOn: (event, callback) => on(event, callback, -1),
    EventsOnce: (event, callback) => on(event, callback, 1),
    EventsOnMultiple: on,
    EventsOff: (...events) => events.forEach((event) => listeners.delete(event)),
    EventsOffAll: () => listeners.clear(),
    EventsEmit: (event, ...data) => {
      for (const entry of [...(listeners.get(event) || [])]) {
        entry.callback(...data);
        if (entry.times > 0 && --entry.times === 0) listeners.get(event).delete(entry);
      }
    },
    WindowSetTitle: (title) => {
      document.title = title;
    },
    Environment: async () => ({ buildType: 'production', platform: 'linux', arch: 'amd64' }),
    // Links go through Go's allow-list (App.OpenLink); the window's own call does nothing here.
    BrowserOpenURL: () => {},
    Quit: () => window.close(),
  };
})();
