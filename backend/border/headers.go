// Package border holds what the window of the program needs and a browser
// preview of it needs just as much: the headers of every answer, the links
// that may leave the program, where the data folder lies, and how a call from
// the page becomes a call of a Go method. It knows nothing of the window
// library, so all of it is tested without a screen.
package border

import "net/http"

// ContentSecurityPolicy is the one policy of every answer given to the page
// (promise 19). Nothing may be loaded from elsewhere, no script or style may
// stand inside the page: even if somebody's typed text ever became HTML, it
// could not run.
const ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Guard puts the security headers on every answer of next, error answers too,
// and hands /files/ to files. It has the shape the window's asset server asks
// of a middleware once files is bound.
func Guard(files, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", ContentSecurityPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if len(r.URL.Path) >= len(FilesPrefix) && r.URL.Path[:len(FilesPrefix)] == FilesPrefix {
			// Documents are answered once and hold the office's records: no copy may stay in a cache.
			h.Set("Cache-Control", "no-store")
			files.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// FilesPrefix is the path under which one-time downloads are answered.
const FilesPrefix = "/files/"
