// Runs before every other script of ours. The window's runtime can hand any text to the Windows shell as an address to
// open, so a script that should not be here could start a local program. The page never needs that: links leave through
// Go, against a list of allowed addresses. Both the friendly function and the channel under it are closed.
(function () {
  'use strict';
  var invoke = window.WailsInvoke;
  if (typeof invoke === 'function') {
    var guarded = function (message) {
      if (typeof message === 'string' && message.slice(0, 2) === 'BO') return;
      return invoke.apply(window, arguments);
    };
    try {
      Object.defineProperty(window, 'WailsInvoke', { value: guarded, writable: false, configurable: false });
    } catch (_) {
      window.WailsInvoke = guarded;
    }
  }
  var runtime = window.runtime;
  if (runtime && typeof runtime === 'object') {
    var refuse = function () {};
    try {
      Object.defineProperty(runtime, 'BrowserOpenURL', { value: refuse, writable: false, configurable: false });
    } catch (_) {
      runtime.BrowserOpenURL = refuse;
    }
  }
})();
