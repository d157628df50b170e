package desk_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/desk"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// realOffice is a desk with a made-up office beside a real one, whose administrator has the same login and, to make it as
// easy as can be for whoever wants to slip in, the same password.
func realOffice(t *testing.T) *desk.Desk {
	t.Helper()
	d := desk.New(t.TempDir(), desk.WithSample(fillSample), desk.WithGate(access.WithPasswordCost(1, 8)))
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	_, err := d.Self.SetUp(desk.SetUpInput{
		Level: units.LevelXa, Name: "Đảng ủy xã Mẫu Đông", Superior: "Đảng bộ tỉnh Mẫu", Place: "Mẫu Đông", TextSize: 100,
		Login: "quantri", FullName: "Cán bộ mẫu", Password: desk.SamplePassword, Repeat: desk.SamplePassword,
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (h *held) clock() time.Time {
	if h.on.CompareAndSwap(true, false) {
		close(h.inside)
		<-h.release
	}
	return time.Date(2026, 11, 22, 5, 0, 0, 0, time.UTC)
}

// held is a clock that stops the first transaction after on.
type held struct {
	on              atomic.Bool
	inside, release chan struct{}
}

// The way into the real office without its password, as it was found: click an account of the made-up office, leave it
// while the password is being checked.
func TestLeavingTheSampleWhileItsPasswordIsCheckedLetsNobodyIn(t *testing.T) {
	d := realOffice(t)
	h := &held{inside: make(chan struct{}), release: make(chan struct{})}
	d.Store().Clock = h.clock
	if _, err := d.Self.OpenSample(); err != nil {
		t.Fatal(err)
	}
	sample := d.Store()
	h.on.Store(true)
	signIn, leave := make(chan error, 1), make(chan error, 1)
	go func() {
		_, err := d.Access.SignIn(access.Credentials{Login: "quantri", Password: desk.SamplePassword})
		signIn <- err
	}()
	<-h.inside
	go func() {
		_, err := d.Self.LeaveSample()
		leave <- err
	}()
	for sample.Read(context.Background(), store.As{}, func(*store.Tx) error { return nil }) == nil {
		runtime.Gosched() // until the sample lets nothing begin any more
	}
	close(h.release)
	if err := <-signIn; !fault.Is(err, fault.CodeConflict) {
		t.Errorf("signing in: %v", err)
	}
	if err := <-leave; err != nil {
		t.Fatal(err)
	}
	status, err := d.Self.Status()
	if err != nil || status.Office.Sample {
		t.Fatalf("%+v, %v", status, err)
	}
	if d.Gate.Current() != nil {
		t.Errorf("%+v is signed in at the real office", d.Gate.Current())
	}
}

// The same by chance, with calls of every kind under way: none sees a closed store, and who is signed in afterwards was
// checked by the office at hand.
func TestChangingOfficesUnderCalls(t *testing.T) {
	d := realOffice(t)
	var over atomic.Bool
	var all sync.WaitGroup
	call := func(what string, do func() error) {
		all.Go(func() {
			for !over.Load() {
				err := do()
				if e, known := fault.Of(err); err != nil && (!known || e.Code == fault.CodeInternal || errors.Is(err, store.ErrClosed)) {
					t.Errorf("%s: %v", what, err)
				}
			}
		})
	}
	call("status", func() error { _, err := d.Self.Status(); return err })
	call("week", func() error { _, err := d.Self.Week("", ""); return err })
	call("text size", func() error { return d.Self.SaveTextSize(125) })
	call("sign in", func() error {
		_, err := d.Access.SignIn(access.Credentials{Login: "quantri", Password: desk.SamplePassword})
		return err
	})
	call("unlock", func() error {
		_ = d.Access.Lock()
		_, err := d.Access.Unlock(desk.SamplePassword)
		return err
	})
	for range 6 {
		if _, err := d.Self.OpenSample(); err != nil {
			t.Error(err)
		}
		if _, err := d.Self.LeaveSample(); err != nil {
			t.Error(err)
		}
	}
	over.Store(true)
	all.Wait()
}

// A half-made sample is made anew; a folder of that name that is somebody's is left alone, and so is the office's own.
func TestTheSampleFolder(t *testing.T) {
	mark := func(t *testing.T, dir string) {
		t.Helper()
		if err := store.MakeOwnFolder(filepath.Join(dir, store.SampleFolder), nil); err != nil {
			t.Fatal(err)
		}
	}
	emptyOffice := func(t *testing.T, dir string) {
		t.Helper()
		s := store.New(filepath.Join(dir, store.SampleFolder))
		if err := s.Open(); err != nil {
			t.Fatal(err)
		}
		s.Close()
	}
	theirs := func(t *testing.T, dir string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Join(dir, store.SampleFolder), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, store.SampleFolder, "Báo cáo.docx"), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, tt := range map[string]struct {
		before []func(*testing.T, string)
		code   fault.Code
	}{
		"nothing there":                          {nil, ""},
		"marked, then the program was ended":     {[]func(*testing.T, string){mark}, ""},
		"not filled, then the program was ended": {[]func(*testing.T, string){mark, emptyOffice}, ""},
		"an office that is no sample":            {[]func(*testing.T, string){emptyOffice}, fault.CodeConflict},
		"somebody's folder":                      {[]func(*testing.T, string){theirs}, fault.CodeConflict},
	} {
		t.Run(name, func(t *testing.T) {
			d := realOffice(t)
			for _, before := range tt.before {
				before(t, d.Dir())
			}
			status, err := d.Self.OpenSample()
			if tt.code == "" {
				if err != nil || !status.Office.Sample {
					t.Fatalf("%+v, %v", status, err)
				}
				return
			}
			if !fault.Is(err, tt.code) {
				t.Errorf("got %v", err)
			}
			if entries, _ := os.ReadDir(filepath.Join(d.Dir(), store.SampleFolder)); len(entries) == 0 {
				t.Error("what lay there is gone")
			}
			if status, err := d.Self.Status(); err != nil || status.Office.Name != "Đảng ủy xã Mẫu Đông" {
				t.Errorf("%+v, %v", status, err)
			}
		})
	}
}

// "Rời văn phòng mẫu" where the office's own database is lost: the folder stays, whatever lies in it.
func TestLeavingForALostOfficeDeletesNothing(t *testing.T) {
	d := realOffice(t)
	if _, err := d.Self.OpenSample(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(d.Dir(), store.FileName), filepath.Join(d.Dir(), "bản sao.db")); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Self.LeaveSample(); !fault.Is(err, fault.CodeUnavailable) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(filepath.Join(d.Dir(), "bản sao.db")); err != nil {
		t.Error("the office's folder was cleared")
	}
	if status, err := d.Self.Status(); err != nil || !status.Office.Sample {
		t.Errorf("the made-up office did not come back: %+v, %v", status, err)
	}
}

// "Thử mở lại" opens once the file is in its place again, without ending the program.
func TestReopening(t *testing.T) {
	d := realOffice(t)
	d.Close()
	path, aside := filepath.Join(d.Dir(), store.FileName), filepath.Join(t.TempDir(), store.FileName)
	if err := os.Rename(path, aside); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	again := desk.New(d.Dir())
	if err := again.Open(); err == nil {
		t.Fatal("an empty file opened")
	}
	t.Cleanup(again.Close)
	if _, err := again.Self.Reopen(); !fault.Is(err, fault.CodeUnavailable) {
		t.Fatalf("got %v", err)
	}
	if err := os.Rename(aside, path); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time it is open already
		if status, err := again.Self.Reopen(); err != nil || status.Office.Name == "" {
			t.Fatalf("%+v, %v", status, err)
		}
	}
}
