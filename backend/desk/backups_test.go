package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/desk"
	"caunoi/backend/exchange"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// keptOffice is a real office whose clock a test moves; nothing happens by itself but what the test asks for.
func keptOffice(t *testing.T) (*desk.Desk, func(time.Duration)) {
	t.Helper()
	var at atomic.Int64
	at.Store(time.Date(2026, 11, 30, 2, 0, 0, 0, time.UTC).Unix())
	d := desk.New(t.TempDir(), desk.WithGate(access.WithPasswordCost(1, 8)), desk.WithSample(fillSample),
		desk.WithClock(func() time.Time { return time.Unix(at.Load(), 0).UTC() }))
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	_, err := d.Self.SetUp(desk.SetUpInput{
		Level: units.LevelXa, Name: "Đảng ủy xã Mẫu Đông", Superior: "Đảng bộ tỉnh Mẫu", Place: "Mẫu Đông", TextSize: 100,
		Login: "quantri", FullName: "Cán bộ mẫu", Password: "mat-khau-thu-01", Repeat: "mat-khau-thu-01",
	})
	if err != nil {
		t.Fatal(err)
	}
	return d, func(by time.Duration) { at.Add(int64(by / time.Second)) }
}

func signInAgain(t *testing.T, d *desk.Desk) {
	t.Helper()
	if d.Gate.Current() != nil {
		t.Fatal("the session was not ended")
	}
	if _, err := d.Access.SignIn(access.Credentials{Login: "quantri", Password: "mat-khau-thu-01"}); err != nil {
		t.Fatal(err)
	}
}

// addUnit changes the data in a way that is counted.
func addUnit(t *testing.T, d *desk.Desk) {
	t.Helper()
	err := d.Store().Write(context.Background(), store.As{}, func(tx *store.Tx) error {
		return tx.Exec("INSERT INTO unit (id, tree, created_at) VALUES (?, 'dang', '')", store.NewID()).Error
	})
	if err != nil {
		t.Fatal(err)
	}
}

func reasons(d *desk.Desk) (out []string) {
	for _, c := range store.Copies(d.Store().BackupDir()) {
		out = append(out, string(c.Manifest.Reason))
	}
	slices.Reverse(out)
	return out
}

// A copy is made at the start, after half an hour in which something changed, and at the end; none where nothing did.
func TestBackupsAreMadeByThemselves(t *testing.T) {
	d, pass := keptOffice(t)
	d.Tend(store.AtStart)
	pass(31 * time.Minute)
	d.Tend(store.EveryHalfHour) // nothing changed
	addUnit(t, d)
	pass(29 * time.Minute)
	d.Tend(store.EveryHalfHour) // too early
	pass(time.Minute)
	d.Tend(store.EveryHalfHour)
	d.Tend(store.AtExit) // nothing changed
	addUnit(t, d)
	pass(time.Minute)
	d.Tend(store.AtExit)
	if got := reasons(d); !slices.Equal(got, []string{"start", "timer", "exit"}) {
		t.Errorf("made: %v", got)
	}
}

// An office that is not set up and the made-up one are not copied by themselves.
func TestNothingIsCopiedForTheMadeUpOffice(t *testing.T) {
	d, _ := keptOffice(t)
	if _, err := d.Self.OpenSample(); err != nil {
		t.Fatal(err)
	}
	d.Tend(store.AtStart)
	if got := reasons(d); len(got) != 0 {
		t.Errorf("made: %v", got)
	}
}

// An import begins with a copy, and does not begin without one.
func TestActsThatChangeMuchBeginWithACopy(t *testing.T) {
	d, pass := keptOffice(t)
	d.KeepBackups()
	d.Tend(store.EveryHalfHour) // waits for the copy of the start
	addUnit(t, d)
	pass(time.Minute)
	_, _ = d.Exchange.ImportUnits("khong-co", exchange.UnitOptions{})
	if got := reasons(d); !slices.Contains(got, "import") {
		t.Errorf("made: %v", got)
	}
	addUnit(t, d)
	pass(11 * time.Minute)
	_ = d.Units.Change(units.Change{})
	if got := reasons(d); !slices.Contains(got, "merger") {
		t.Errorf("made: %v", got)
	}
	addUnit(t, d)
	dir := d.Store().BackupDir()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := d.Exchange.ImportUnits("khong-co", exchange.UnitOptions{})
	if !fault.Is(err, fault.CodeUnavailable) || !strings.Contains(err.Error(), "chưa sao lưu được") {
		t.Errorf("without room for a copy: %v", err)
	}
	if notices, err := d.Self.BackupNotices(); err != nil || len(notices) == 0 {
		t.Errorf("the first screen says %v, %v", notices, err)
	}
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	if err := d.Self.BackUp(); err != nil {
		t.Fatal(err)
	}
	if notices, _ := d.Self.BackupNotices(); len(notices) != 0 {
		t.Errorf("after a good copy the first screen still says %v", notices)
	}
}

// A restore by the screen: the list says what it costs, everybody is signed out, the way back stands until it is confirmed, and
// nothing is thinned meanwhile.
func TestRestoreFromTheScreen(t *testing.T) {
	d, pass := keptOffice(t)
	if err := d.Self.BackUp(); err != nil {
		t.Fatal(err)
	}
	pass(time.Hour)
	addUnit(t, d)
	addUnit(t, d)
	list, err := d.Self.Copies()
	if err != nil || len(list.Lines) != 1 || list.Lines[0].Differs != "thiếu 2 địa bàn, tổ chức" || !list.Lines[0].Sound {
		t.Fatalf("%+v, %v", list, err)
	}
	if err := d.Self.Restore(list.Lines[0].Key); err != nil {
		t.Fatal(err)
	}
	if d.Gate.Current() != nil {
		t.Fatal("somebody is still signed in")
	}
	signInAgain(t, d)
	list, err = d.Self.Copies()
	if err != nil || list.Restored == "" || len(list.Lines) != 2 || list.Lines[0].Differs != "có thêm 2 địa bàn, tổ chức" {
		t.Fatalf("%+v, %v", list, err)
	}
	if err := d.Self.UndoRestore(); err != nil {
		t.Fatal(err)
	}
	signInAgain(t, d)
	if n := countUnits(t, d); n != 2 {
		t.Errorf("%d units after the way back", n)
	}
	if err := d.Self.Restore(list.Lines[1].Key); err != nil {
		t.Fatal(err)
	}
	signInAgain(t, d)
	if err := d.Self.ConfirmRestore(); err != nil {
		t.Fatal(err)
	}
	if err := d.Self.UndoRestore(); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("taken back after the confirmation: %v", err)
	}
	if err := d.Self.Restore("may/khong-co"); !fault.Is(err, fault.CodeNotFound) || d.Gate.Current() == nil {
		t.Errorf("a copy that is not there: %v", err)
	}
}

func countUnits(t *testing.T, d *desk.Desk) (n int) {
	t.Helper()
	err := d.Store().Read(context.Background(), store.As{}, func(tx *store.Tx) error {
		return tx.Raw("SELECT count(*) FROM unit").Scan(&n).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Data that are lost are brought back from the locked-out page; data that are open, or held by another program, are not.
func TestRescue(t *testing.T) {
	d, _ := keptOffice(t)
	if _, err := d.Self.RescueCopies(); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("while the data are open: %v", err)
	}
	if err := d.Self.BackUp(); err != nil {
		t.Fatal(err)
	}
	second := desk.New(d.Dir())
	t.Cleanup(second.Close)
	_ = second.Open()
	if err := second.Self.Rescue("may/x"); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("while another program has the folder: %v", err)
	}
	dir := d.Dir()
	d.Close()
	if err := os.WriteFile(filepath.Join(dir, store.FileName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	again := desk.New(dir, desk.WithGate(access.WithPasswordCost(1, 8)))
	t.Cleanup(again.Close)
	if again.Open() == nil {
		t.Fatal("an empty file was opened")
	}
	list, err := again.Self.RescueCopies()
	if err != nil || len(list.Lines) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	if err := again.Self.Rescue(list.Lines[0].Key); err != nil {
		t.Fatal(err)
	}
	signInAgain(t, again)
}

// The second place is asked for after seven days, filled by itself, found again under another path, and never taken from the
// folder of the data or, unasked, from their disk.
func TestSecondPlace(t *testing.T) {
	d, pass := keptOffice(t)
	d.KeepBackups()
	d.Tend(store.EveryHalfHour)
	asked := func() bool {
		notices, err := d.Self.BackupNotices()
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(strings.Join(notices, " "), "USB")
	}
	if last := lastStep(t, d); last.Key != "second" || last.Done {
		t.Errorf("the first run does not ask: %+v", last)
	}
	pass(7*24*time.Hour - time.Second)
	if asked() {
		t.Error("asked for before the seventh day is over")
	}
	pass(time.Second)
	if !asked() {
		t.Error("not asked for after seven days")
	}
	stick := t.TempDir()
	for path, code := range map[string]fault.Code{
		"": fault.CodeInvalid, "khong-co": fault.CodeInvalid, d.Store().BackupDir(): fault.CodeInvalid, stick: fault.CodeConflict,
	} {
		if err := d.Self.ChooseSecondPlace(desk.SecondPlaceInput{Path: path}); !fault.Is(err, code) {
			t.Errorf("%q: %v, want %s", path, err, code)
		}
	}
	if err := d.Self.ChooseSecondPlace(desk.SecondPlaceInput{Path: stick, SameDisk: true}); err != nil {
		t.Fatal(err)
	}
	if asked() || !lastStep(t, d).Done {
		t.Error("still asked for")
	}
	addUnit(t, d)
	pass(time.Hour)
	d.Tend(store.EveryHalfHour)
	there := store.Copies(filepath.Join(stick, "CauNoi-sao-luu"))
	if len(there) != 2 || !there[0].Intact() {
		t.Fatalf("%+v", there)
	}
	if err := os.RemoveAll(d.Store().BackupDir()); err != nil {
		t.Fatal(err)
	}
	list, err := d.Self.Copies()
	if err != nil || len(list.Lines) != 2 || list.Lines[0].Here || !list.Plugged {
		t.Fatalf("%+v, %v", list, err)
	}
	if err := d.Self.Restore(list.Lines[1].Key); err != nil {
		t.Fatal(err)
	}
	signInAgain(t, d)
	if n := countUnits(t, d); n != 0 {
		t.Errorf("%d units", n)
	}
	if err := os.RemoveAll(stick); err != nil {
		t.Fatal(err)
	}
	if err := d.Self.FillSecondPlace(); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("pulled out: %v", err)
	}
}

// Once a month the newest copy is opened on the side; a damaged one is told on the first screen.
func TestRehearsal(t *testing.T) {
	d, pass := keptOffice(t)
	d.KeepBackups()
	d.Tend(store.EveryHalfHour)
	list, err := d.Self.Copies()
	if err != nil || !list.RehearsOK || list.Rehearsal != "mở đủ 0 cuộc họp, 0 kiến nghị" || list.Rehearsed == "" {
		t.Fatalf("%+v, %v", list, err)
	}
	pass(30 * 24 * time.Hour)
	newest := store.Copies(d.Store().BackupDir())[0]
	content, err := os.ReadFile(newest.Path())
	if err != nil {
		t.Fatal(err)
	}
	content[len(content)/2] ^= 1
	if err := os.WriteFile(newest.Path(), content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.Self.Rehearse(); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("a damaged copy passed: %v", err)
	}
	if notices, err := d.Self.BackupNotices(); err != nil || !strings.Contains(strings.Join(notices, " "), "Tập phục hồi chưa được") {
		t.Errorf("%v, %v", notices, err)
	}
	left, _ := os.ReadDir(filepath.Join(d.Dir(), store.RestoreFolder))
	if len(left) != 1 { // our mark
		t.Errorf("%d entries are left of the rehearsals", len(left))
	}
}

// Another office's backup is refused with its name, and is not counted among ours.
func TestBackupOfAnotherOffice(t *testing.T) {
	d, _ := keptOffice(t)
	other, _ := keptOffice(t)
	if err := other.Self.BackUp(); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(d.Store().BackupDir(), os.DirFS(other.Store().BackupDir())); err != nil {
		t.Fatal(err)
	}
	list, err := d.Self.Copies()
	if err != nil || len(list.Lines) != 0 || len(list.OtherNames) != 1 {
		t.Errorf("%+v, %v", list, err)
	}
	foreign := store.Copies(d.Store().BackupDir())[0]
	if err := d.RestoreFile(foreign.Path()); !fault.Is(err, fault.CodeConflict) || !strings.Contains(err.Error(), "cơ quan khác") {
		t.Errorf("got %v", err)
	}
	if d.Gate.Current() == nil {
		t.Error("a refused restore signed the person out")
	}
}

func lastStep(t *testing.T, d *desk.Desk) desk.FirstStep {
	t.Helper()
	steps, err := d.Self.FirstSteps()
	if err != nil || len(steps) == 0 {
		t.Fatalf("%v, %v", steps, err)
	}
	return steps[len(steps)-1]
}
