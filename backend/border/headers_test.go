package border

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"caunoi/backend/access"
)

func TestEveryAnswerCarriesThePolicy(t *testing.T) {
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
	gate := access.NewGate(nil, nil)
	for path, status := range map[string]int{"/": 200, "/broken": 500, "/missing": 404, "/files/abc": 403, "/files": 404} {
		w := httptest.NewRecorder()
		WithFilesAndHeaders(gate, next).ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
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

func TestFilesNeedASession(t *testing.T) {
	gate := access.NewGate(nil, nil)
	token := gate.Files().Put("a.pdf", "application/pdf", []byte("%PDF-1.7"))
	for _, r := range []*http.Request{
		httptest.NewRequest(http.MethodGet, FilesPrefix+token, nil),
		httptest.NewRequest(http.MethodPost, FilesPrefix+"?name=a.xlsx", strings.NewReader("PK")),
	} {
		w := httptest.NewRecorder()
		WithFilesAndHeaders(gate, http.NotFoundHandler()).ServeHTTP(w, r)
		if w.Code != http.StatusForbidden || strings.Contains(w.Body.String(), "PDF-1.7") {
			t.Errorf("%s %s without a session: %d %s", r.Method, r.URL, w.Code, w.Body)
		}
	}
}

func TestUpload(t *testing.T) {
	files := &access.Files{}
	files.StartKeeping()
	rows := []struct {
		body   string
		status int
	}{
		{"PK\x03\x04", http.StatusOK},
		{"", http.StatusBadRequest},
		{strings.Repeat("x", maxUpload+1), http.StatusRequestEntityTooLarge},
	}
	for _, row := range rows {
		w := httptest.NewRecorder()
		receive(files, w, httptest.NewRequest(http.MethodPost, FilesPrefix+"?name=..%2FĐịa+bàn.xlsx", strings.NewReader(row.body)))
		if w.Code != row.status {
			t.Errorf("%d bytes answered %d, want %d", len(row.body), w.Code, row.status)
		}
		if row.status == http.StatusOK && !strings.Contains(w.Body.String(), `"name":"..-Địa bàn.xlsx"`) {
			t.Errorf("answer = %s", w.Body)
		}
	}
}
