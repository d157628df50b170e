package access_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func draftFiles(t *testing.T, o *accesstest.Office) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(o.Store.Dir(), store.DraftFolder, "*", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// What was typed comes back as it was, to the person who typed it and to nobody else, and the trail knows nothing of it.
func TestDraftsComeBackToTheirOwner(t *testing.T) {
	o := accesstest.Open(t)
	s := access.New(o.Gate)
	if err := s.SignOut(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ReadDraft("bieu"); !fault.Is(err, fault.CodeSignedOut) {
		t.Errorf("a draft was read without a sign-in: %v", err)
	}
	if err := s.SaveDraft("bieu", `{}`); !fault.Is(err, fault.CodeSignedOut) {
		t.Errorf("a draft was kept without a sign-in: %v", err)
	}
	o.SignIn(t, access.ChuyenVien)
	trail := func() (n int) {
		storetest.Read(t, o.Store, func(tx *store.Tx) error { return tx.Raw("SELECT count(*) FROM audit_entry").Scan(&n).Error })
		return n
	}
	before := trail()
	const typed = `{"note":"Nạo vét kênh \"nội đồng\""}`
	for _, key := range []string{"activities.new", "../../thoat", `a\b:c`, strings.Repeat("x", 500)} {
		if d, err := s.ReadDraft(key); err != nil || d.Values != "" || d.SavedAt != "" {
			t.Errorf("%q before it was written: %+v, %v", key, d, err)
		}
		if err := s.SaveDraft(key, typed); err != nil {
			t.Fatal(err)
		}
		if d, err := s.ReadDraft(key); err != nil || d.Values != typed || d.SavedAt == "" {
			t.Errorf("%q: %+v, %v", key, d, err)
		}
	}
	files := draftFiles(t, o)
	if len(files) != 4 {
		t.Fatalf("%q", files)
	}
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", file, info.Mode(), err)
		}
	}
	if n, err := s.CountDrafts(); err != nil || n != 4 {
		t.Errorf("%d drafts, %v", n, err)
	}
	if err := s.DropDraft("activities.new"); err != nil {
		t.Fatal(err)
	}
	if err := s.DropDraft("activities.new"); err != nil {
		t.Errorf("dropped twice: %v", err)
	}
	if d, _ := s.ReadDraft("activities.new"); d.Values != "" {
		t.Errorf("%+v was dropped", d)
	}
	if after := trail(); after != before {
		t.Errorf("the trail grew from %d to %d", before, after)
	}
}

// The same person finds them again after signing out; another person's sign-in removes them.
func TestDraftsGoWhenAnotherPersonSignsIn(t *testing.T) {
	o := accesstest.Open(t)
	s := access.New(o.Gate)
	again := func(role access.Role) {
		if err := s.SignOut(); err != nil {
			t.Fatal(err)
		}
		o.SignIn(t, role)
	}
	o.SignIn(t, access.ChuyenVien)
	if err := s.SaveDraft("bieu", `1`); err != nil {
		t.Fatal(err)
	}
	again(access.ChuyenVien)
	if d, err := s.ReadDraft("bieu"); err != nil || d.Values != `1` {
		t.Errorf("%+v, %v", d, err)
	}
	again(access.LanhDao)
	if d, err := s.ReadDraft("bieu"); err != nil || d.Values != "" {
		t.Errorf("another person read %+v, %v", d, err)
	}
	if files := draftFiles(t, o); len(files) != 0 {
		t.Errorf("%q are left", files)
	}
	again(access.ChuyenVien)
	if d, err := s.ReadDraft("bieu"); err != nil || d.Values != "" {
		t.Errorf("%+v, %v", d, err)
	}
}

// A draft is bounded, all of one person together too: the oldest make room. A half-written file is no draft.
func TestDraftsAreBounded(t *testing.T) {
	o := accesstest.Open(t)
	s := access.New(o.Gate)
	o.SignIn(t, access.ChuyenVien)
	full := `"` + strings.Repeat("x", access.MostDraftBytes-2) + `"`
	if err := s.SaveDraft("vua", full); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveDraft("qua", full+" "); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("one byte too many: %v", err)
	}
	if err := s.SaveDraft("hong", `{"a":`); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("half a draft: %v", err)
	}
	for n := range access.MostDrafts + 2 {
		if err := s.SaveDraft(strings.Repeat("k", n+1), `1`); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.CountDrafts(); err != nil || n != access.MostDrafts {
		t.Errorf("%d drafts, %v", n, err)
	}
	if d, _ := s.ReadDraft(strings.Repeat("k", access.MostDrafts+2)); d.Values != `1` {
		t.Errorf("the newest made room: %+v", d)
	}
	files := draftFiles(t, o)
	if err := os.WriteFile(files[0], []byte(`{"key":"k`), 0o600); err != nil {
		t.Fatal(err)
	}
	for n := range access.MostDrafts + 2 {
		if _, err := s.ReadDraft(strings.Repeat("k", n+1)); err != nil {
			t.Errorf("a broken file: %v", err)
		}
	}
}
