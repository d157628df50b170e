package access

import (
	"mime"
	"net/http"
	"sync"
	"time"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// fileLife is how long a produced file waits to be fetched.
const fileLife = 30 * time.Minute

// mostFileBytes is how much all produced files together may hold in memory; the largest single one, a batch of papers, is
// bounded at 200 MB.
const mostFileBytes = 256 << 20

// File is something a call produced for the page: a PDF to preview, a workbook to save.
type File struct {
	Name     string // with its ending, as proposed to the person
	Type     string // MIME type
	Content  []byte
	until    time.Time
	tooLarge bool // it was too large to keep
}

// Files hands bytes to the page under /files/<token>. Bytes never travel as call results, and never by a path the
// page could choose. A token works while its session lasts, because preview, saving and printing fetch the same file.
type Files struct {
	mu       sync.Mutex
	admitted bool // somebody is signed in; otherwise nothing is kept
	most     int  // bytes; 0 = mostFileBytes
	bytes    int
	byToken  map[string]File
	order    []string // tokens, the oldest first
}

// Put keeps a file and gives its token. Where the files together grow too large the oldest go; the token of a file that is
// too large by itself, or that comes when nobody is signed in, finds nothing.
func (f *Files) Put(name, mimeType string, content []byte) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	most := f.most
	if most == 0 {
		most = mostFileBytes
	}
	if !f.admitted {
		return store.Secret()
	}
	now := time.Now()
	file := File{Name: name, Type: mimeType, Content: content, until: now.Add(fileLife)}
	if len(content) > most {
		file.Content, file.tooLarge = nil, true
	}
	for len(f.order) > 0 && (f.bytes+len(file.Content) > most || now.After(f.byToken[f.order[0]].until)) {
		oldest := f.order[0]
		f.bytes -= len(f.byToken[oldest].Content)
		delete(f.byToken, oldest)
		f.order = f.order[1:]
	}
	token := store.Secret()
	if f.byToken == nil {
		f.byToken = map[string]File{}
	}
	f.byToken[token] = file
	f.order = append(f.order, token)
	f.bytes += len(file.Content)
	return token
}

// Get finds a file by its token, inside a call that the gate has let in.
func (f *Files) Get(token string) (File, bool) {
	file, err := f.fetch(token)
	return file, err == nil
}

func (f *Files) fetch(token string) (File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	file, kept := f.byToken[token]
	switch {
	case !kept || !time.Now().Before(file.until):
		return File{}, fault.NotFound("Tệp này không còn được giữ: đã quá 30 phút hoặc đã nhường chỗ cho tệp mới hơn. Hãy tạo lại.")
	case file.tooLarge:
		return File{}, fault.NotFound(
			"Tệp này lớn hơn 256 MB nên chương trình không giữ được. Hãy chọn ít nơi hơn hoặc kỳ ngắn hơn rồi tạo lại.",
		)
	}
	return file, nil
}

// StartKeeping lets files be kept from now on; it is called when a session begins.
func (f *Files) StartKeeping() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.admitted = true
}

// Clear forgets every file and keeps none until StartKeeping; it is called when a session ends.
func (f *Files) Clear() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.admitted, f.byToken, f.order, f.bytes = false, nil, nil, 0
}

// Serve answers a request for a file; ?tai-ve=1 offers it for saving.
func (file File) Serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", file.Type)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	if r.URL.Query().Has("tai-ve") {
		w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file.Name}))
	}
	_, _ = w.Write(file.Content)
}
