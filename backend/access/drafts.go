package access

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Bounds of what is kept of unfinished forms (ADR 28).
const (
	MostDraftBytes = 512 << 10 // of one form
	MostDrafts     = 100       // of one person; the oldest make room
)

// Draft is what was typed into a form and not saved yet.
type Draft struct {
	Values  string `json:"values"`  // JSON of the page's own; "" = there is none
	SavedAt string `json:"savedAt"` // RFC 3339, UTC
}

// draftFile is a draft as it lies in the data folder: one file for each form, in a folder of the person.
type draftFile struct {
	Key     string          `json:"key"`
	SavedAt string          `json:"savedAt"`
	Values  json.RawMessage `json:"values"`
}

// draftTurn lets one call at a time touch the files; two writes of one form would use the same part file.
var draftTurn sync.Mutex

// ReadDraft gives what the signed-in person typed into a form and did not save.
func (s *Service) ReadDraft(key string) (Draft, error) {
	return withDrafts(s.gate, "access.ReadDraft", func(folder string, _ *store.Tx) (Draft, error) {
		content, err := os.ReadFile(filepath.Join(folder, draftName(key)))
		var f draftFile
		// What cannot be read as a draft is none: it keeps nobody from the form.
		readable := err == nil && json.Unmarshal(content, &f) == nil
		if !readable || f.Key != key {
			return Draft{}, nil
		}
		return Draft{string(f.Values), f.SavedAt}, nil
	})
}

// SaveDraft keeps what is typed, as JSON. It leaves nothing in the trail and is in no export and no backup. Faults: invalid when
// it is too large or no JSON; unavailable when the disk refuses.
func (s *Service) SaveDraft(key, values string) error {
	_, err := withDrafts(s.gate, "access.SaveDraft", func(folder string, tx *store.Tx) (struct{}, error) {
		if len(values) > MostDraftBytes {
			return struct{}{}, fault.Invalid("", "Biểu này quá dài nên không giữ được bản nháp. Hãy lưu (Ctrl+S) ngay khi có thể.")
		}
		if !json.Valid([]byte(values)) {
			return struct{}{}, fault.Invalid("", "Không giữ được bản nháp của biểu này. Hãy lưu (Ctrl+S) ngay khi có thể.")
		}
		content, err := json.Marshal(draftFile{key, tx.NowText(), json.RawMessage(values)})
		if err != nil {
			return struct{}{}, err
		}
		if err := writeDraft(folder, draftName(key), content); err != nil {
			return struct{}{}, fault.Unavailable(
				"Không giữ được bản nháp vì thư mục dữ liệu không ghi được. Hãy lưu (Ctrl+S) và kiểm tra dung lượng đĩa.",
			)
		}
		makeRoom(folder, draftName(key))
		return struct{}{}, nil
	})
	return err
}

// DropDraft forgets a draft; one that is not there is forgotten already.
func (s *Service) DropDraft(key string) error {
	_, err := withDrafts(s.gate, "access.DropDraft", func(folder string, _ *store.Tx) (struct{}, error) {
		err := os.Remove(filepath.Join(folder, draftName(key)))
		if err != nil && !os.IsNotExist(err) {
			return struct{}{}, fault.Unavailable("Không bỏ được bản nháp vì thư mục dữ liệu không ghi được. Hãy thử lại.")
		}
		return struct{}{}, nil
	})
	return err
}

// CountDrafts tells how many forms the signed-in person has begun and not saved.
func (s *Service) CountDrafts() (int, error) {
	return withDrafts(s.gate, "access.CountDrafts", func(folder string, _ *store.Tx) (int, error) {
		return len(draftsIn(folder)), nil
	})
}

// withDrafts runs fn on the folder of the person who is signed in.
func withDrafts[T any](g *Gate, action string, fn func(folder string, tx *store.Tx) (T, error)) (T, error) {
	return runGuarded(g, action, (*store.Store).Read, func(tx *store.Tx, c call) (T, error) {
		draftTurn.Lock()
		defer draftTurn.Unlock()
		return fn(draftsOf(c.store, tx.UserID), tx)
	})
}

func draftsOf(s *store.Store, userID string) string {
	return filepath.Join(s.Dir(), store.DraftFolder, shortHash(userID))
}

// draftName makes a file's name of a form's key, which may hold anything.
func draftName(key string) string { return shortHash(key) + ".json" }

func shortHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}

// writeDraft writes beside the file first: a crash leaves the draft before this one.
func writeDraft(folder, name string, content []byte) error {
	if err := store.MakeOwnFolder(filepath.Dir(folder), nil); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	part := filepath.Join(folder, name+".part")
	file, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	if err == nil {
		err = file.Sync()
	}
	if err := cmp.Or(err, file.Close()); err != nil {
		_ = os.Remove(part)
		return err
	}
	return os.Rename(part, filepath.Join(folder, name))
}

// draftsIn lists the drafts of a folder, the newest first.
func draftsIn(folder string) []os.FileInfo {
	var out []os.FileInfo
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil && strings.HasSuffix(entry.Name(), ".json") {
			out = append(out, info)
		}
	}
	slices.SortStableFunc(out, func(a, b os.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	return out
}

// makeRoom removes the oldest drafts above the bound, never the one just written.
func makeRoom(folder, written string) {
	all := draftsIn(folder)
	for n := len(all) - 1; n >= 0 && len(all) > MostDrafts; n-- {
		if all[n].Name() == written {
			continue
		}
		_ = os.Remove(filepath.Join(folder, all[n].Name()))
		all = slices.Delete(all, n, n+1)
	}
}

// removeOthersDrafts removes what other people left unfinished at this desk. What cannot be removed now is tried at the next
// sign-in; nobody but its owner can read it in the program.
func removeOthersDrafts(s *store.Store, userID string) {
	draftTurn.Lock()
	defer draftTurn.Unlock()
	all := filepath.Dir(draftsOf(s, userID))
	if !store.IsOwnFolder(all) {
		return
	}
	entries, _ := os.ReadDir(all)
	for _, entry := range entries {
		if !entry.IsDir() || entry.Name() == shortHash(userID) {
			continue
		}
		folder := filepath.Join(all, entry.Name())
		files, _ := os.ReadDir(folder) // parts of a write that was cut off, too
		for _, file := range files {
			_ = os.Remove(filepath.Join(folder, file.Name()))
		}
		_ = os.Remove(folder) // stays where it holds a folder that is not ours
	}
}
