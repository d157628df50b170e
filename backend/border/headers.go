// Package border holds what crosses between the page and the program, whether
// the page lies in the desktop window or in a browser preview: the headers of
// every answer, the way of documents in and out, the links that may leave, and
// how a call of the page becomes a call of a Go method. It knows nothing of
// the window library, so all of it is tested without a screen.
package border

import (
	"net/http"
	"strings"

	"caunoi/backend/access"
)

// ContentSecurityPolicy is the one policy of every answer given to the page
// (promise 19). Nothing may be loaded from elsewhere, no script or style may
// stand inside the page: even if somebody's typed text ever became HTML, it
// could not run.
const ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// FilesPrefix is the path under which documents travel, see serveFiles.
const FilesPrefix = "/files/"

// WithFilesAndHeaders puts the security headers on every answer of next, error answers too,
// and answers /files/ itself. It has the shape the window's asset server asks
// of a middleware once gate is bound.
func WithFilesAndHeaders(gate *access.Gate, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		SetHeaders(w.Header())
		if strings.HasPrefix(r.URL.Path, FilesPrefix) {
			serveFiles(gate, w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// SetHeaders writes the security headers; Guard does it for every answer that passes it.
func SetHeaders(h http.Header) {
	h.Set("Content-Security-Policy", ContentSecurityPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}
