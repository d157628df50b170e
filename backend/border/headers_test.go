package border

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestEveryAnswerCarriesThePolicy(t *testing.T) {
	files := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "hết hạn", http.StatusGone) })
	next := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			_, _ = w.Write([]byte("<html></html>"))
		case "/broken":
			w.WriteHeader(http.StatusInternalServerError)
		default:
			http.NotFound(w, r)
		}
	})
	const want = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
		"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	for path, status := range map[string]int{"/": 200, "/broken": 500, "/missing": 404, "/files/abc": 410, "/files": 404} {
		w := httptest.NewRecorder()
		Guard(files, next).ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code != status {
			t.Errorf("%s answered %d, want %d", path, w.Code, status)
		}
		if got := w.Header().Get("Content-Security-Policy"); got != want {
			t.Errorf("%s has policy %q", path, got)
		}
		if got := w.Header().Get("X-Content-Type-Options"); got != "nosniff" {
			t.Errorf("%s has X-Content-Type-Options %q", path, got)
		}
	}
}
