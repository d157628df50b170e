package access

import (
	"mime"
	"net/http"
	"strings"
	"sync"
	"time"

	"caunoi/backend/store"
)

// fileLife is how long a produced file waits to be fetched.
const fileLife = 30 * time.Minute

// File is something a call produced for the page: a PDF to preview, a workbook to save.
type File struct {
	Name    string // with its ending, as proposed to the person
	Type    string // MIME type
	Content []byte
	until   time.Time
}

// Files hands bytes to the page under /files/<token>. Bytes never travel as call results, and never by a path the
// page could choose. A token works while its session lasts, because preview, saving and printing fetch the same file.
type Files struct {
	mu      sync.Mutex
	byToken map[string]File
}

// Put keeps a file and gives its token.
func (f *Files) Put(name, mimeType string, content []byte) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	now := time.Now()
	if f.byToken == nil {
		f.byToken = map[string]File{}
	}
	for token, file := range f.byToken {
		if now.After(file.until) {
			delete(f.byToken, token)
		}
	}
	token := store.Secret()
	f.byToken[token] = File{Name: name, Type: mimeType, Content: content, until: now.Add(fileLife)}
	return token
}

// Get finds a file by its token.
func (f *Files) Get(token string) (File, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	file, ok := f.byToken[token]
	return file, ok && time.Now().Before(file.until)
}

// Clear forgets every file; it is called when a session ends.
func (f *Files) Clear() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.byToken = nil
}

// ServeHTTP answers GET /files/<token>; ?tai-ve=1 offers the file for saving.
func (f *Files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	file, ok := f.Get(strings.TrimPrefix(r.URL.Path, "/files/"))
	if !ok || r.Method != http.MethodGet {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", file.Type)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	if r.URL.Query().Has("tai-ve") {
		w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file.Name}))
	}
	_, _ = w.Write(file.Content)
}
