package border

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/fault"
)

// maxUpload is the largest file a person may give to the program, in bytes.
// The largest official unit list is under 3 MB; a workbook of a province under 10.
const maxUpload = 64 << 20

// Uploaded names a file that the page has handed over; the rooms that import
// take its token.
type Uploaded struct {
	Token string `json:"token"`
	Name  string `json:"name"`
	Size  int    `json:"size"`
}

// serveFiles lets documents through while somebody is signed in:
//
//	GET  /files/<token>          a document that a call has made
//	POST /files/?name=a.xlsx     a file that the person has chosen → Uploaded
//
// The page must send the bytes (await file.arrayBuffer()), never the File
// itself: the window of Linux dies when a request body is a Blob.
//
// A refused upload answers {"error": …} with the same text that a call would give.
func serveFiles(gate *access.Gate, w http.ResponseWriter, r *http.Request) {
	// Documents hold the office's records: no copy may stay in a cache.
	w.Header().Set("Cache-Control", "no-store")
	if r.Method == http.MethodPost && r.URL.Path == FilesPrefix {
		if session := gate.Current(); session == nil || session.Locked {
			answer(w, http.StatusForbidden, nil, fault.SignedOut())
			return
		}
		receive(gate.Files(), w, r)
		return
	}
	file, err := gate.Fetch(strings.TrimPrefix(r.URL.Path, FilesPrefix))
	switch {
	case fault.Is(err, fault.CodeSignedOut):
		http.Error(w, err.Error(), http.StatusForbidden)
	case err != nil:
		http.Error(w, err.Error(), http.StatusNotFound)
	case r.Method != http.MethodGet:
		http.NotFound(w, r)
	default:
		file.Serve(w, r)
	}
}

func receive(files *access.Files, w http.ResponseWriter, r *http.Request) {
	content, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxUpload))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		answer(w, http.StatusRequestEntityTooLarge, nil,
			fault.Invalid("file", "Tệp lớn hơn 64 MB nên không nhận được. Hãy tách thành nhiều tệp nhỏ hơn."))
		return
	case err != nil:
		answer(w, http.StatusBadRequest, nil, fault.Invalid("file", "Chưa đọc hết được tệp. Hãy chọn lại tệp."))
		return
	case len(content) == 0:
		answer(w, http.StatusBadRequest, nil, fault.Invalid("file", "Tệp này rỗng. Hãy chọn tệp khác."))
		return
	}
	name := clean(r.URL.Query().Get("name"))
	// The type is never believed: a room finds out itself what it was given.
	token := files.Put(name, "application/octet-stream", content)
	answer(w, http.StatusOK, Uploaded{Token: token, Name: name, Size: len(content)}, nil)
}

func answer(w http.ResponseWriter, status int, result any, failed error) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	if failed != nil {
		result = map[string]string{"error": fault.JSON(failed)}
	}
	_ = json.NewEncoder(w).Encode(result) // the page has gone; nobody is left to tell
}
