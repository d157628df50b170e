package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"caunoi/backend/fault"
)

// The copy holds what the office held, its manifest says so, and its own name comes last.
func TestBackup(t *testing.T) {
	s := officeWith(t, "now")
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	made, err := s.Backup(context.Background(), BeforeImport)
	if err != nil {
		t.Fatal(err)
	}
	if made.Name != "caunoi-20261130-120000-truoc-nhap" {
		t.Errorf("named %s", made.Name)
	}
	if n := count(t, made.Path(), `SELECT count(*) FROM setting WHERE value = '"now"'`); n != 1 {
		t.Errorf("%d rows of the setting", n)
	}
	listed := Copies(s.BackupDir())
	if len(listed) != 1 || !listed[0].Complete || !listed[0].Intact() {
		t.Fatalf("%+v", listed)
	}
	m := listed[0].Manifest
	all, _ := steps(migrationFiles)
	if m.Reason != BeforeImport || m.Schema != all[len(all)-1].version || m.Counts["audit_entry"] != 1 || len(m.State) != 32 ||
		!m.Moment.Equal(s.Clock()) {
		t.Errorf("%+v", m)
	}
	if _, live := m.Live["meeting"]; !live {
		t.Error("what lies outside the bin is not counted")
	}
	if again, err := s.Backup(context.Background(), BeforeImport); err != nil || again.Name != made.Name+"-2" {
		t.Errorf("in the same second: %s, %v", again.Name, err)
	}
}

// Somebody keeps saving while copies are made: each copy is whole and as of one moment.
func TestBackupWhileSomebodySaves(t *testing.T) {
	s := officeWith(t, "now")
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	stop, ended := make(chan struct{}), make(chan error)
	go func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				ended <- nil
				return
			default:
			}
			err := s.Write(context.Background(), As{}, func(tx *Tx) error {
				return errors.Join(tx.SetSetting("a", n), tx.SetSetting("b", n))
			})
			if err != nil {
				ended <- err
				return
			}
			time.Sleep(20 * time.Millisecond) // the pace of a quick clerk, not a condition of the test
		}
	}()
	for range 5 {
		made, err := s.Backup(context.Background(), ByHand)
		if err != nil {
			t.Fatal(err)
		}
		const apart = "SELECT count(*) FROM setting a JOIN setting b ON a.name = 'a' AND b.name = 'b' AND a.value <> b.value"
		if n := count(t, made.Path(), apart); n != 0 {
			t.Error("half a transaction was copied")
		}
		if err := made.Verify(); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
}

// A copy that holds fewer rows than the database had before and after is refused, however busy the office is.
func TestACopyThatLacksRowsIsRefused(t *testing.T) {
	with := func(state string, meetings int) facts {
		return facts{state: state, counts: map[string]int{"meeting": meetings}}
	}
	for name, tt := range map[string]struct {
		before, got, after facts
		want               string
	}{
		"nobody saved":          {with("a", 5), with("a", 5), with("a", 5), ""},
		"nobody saved, short":   {with("a", 5), with("a", 4), with("a", 5), "4 of 5"},
		"as before":             {with("a", 5), with("a", 5), with("b", 7), ""},
		"as before, short":      {with("a", 5), with("a", 6), with("b", 7), "6 of 5"},
		"as after":              {with("a", 5), with("b", 7), with("b", 7), ""},
		"as after, short":       {with("a", 5), with("b", 6), with("b", 7), "6 of 7"},
		"between":               {with("a", 5), with("b", 6), with("c", 7), ""},
		"between, empty":        {with("a", 5), with("b", 0), with("c", 7), errMoved.Error()},
		"between, rows removed": {with("a", 7), with("b", 6), with("c", 5), ""},
		"between, too many":     {with("a", 5), with("b", 8), with("c", 7), errMoved.Error()},
	} {
		err := sameRows(tt.before, tt.got, tt.after)
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
	}
}

// A disk without room is told before anything is written, with both sizes; nothing is left of the try.
func TestBackupAsksForRoomFirst(t *testing.T) {
	s := officeWith(t, "now")
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	size := sizeWithLog(s.Path())
	for _, tt := range []struct {
		free int64
		fits bool
	}{{2*size - 1, false}, {2 * size, true}} {
		s.freeSpace = func(string) (int64, error) { return tt.free, nil }
		_, err := s.Backup(context.Background(), ByHand)
		if (err == nil) != tt.fits || err != nil && (!fault.Is(err, fault.CodeUnavailable) || !strings.Contains(err.Error(), "còn trống")) {
			t.Errorf("%d bytes free: %v", tt.free, err)
		}
		if left, _ := os.ReadDir(s.BackupDir()); !tt.fits && len(left) != 0 {
			t.Errorf("%d files are left", len(left))
		}
	}
}

// What a copy or a restore that was cut off has left takes no room after the next one; nothing else is touched.
func TestWhatWasCutOffIsRemoved(t *testing.T) {
	s, made := backedUp(t)
	part := filepath.Join(s.BackupDir(), "caunoi-20260101-000000-dong.part")
	notes := filepath.Join(s.BackupDir(), "ghi-chu.part")
	put(t, part, []byte("x"))
	put(t, notes, []byte("x"))
	if _, err := s.LayReady(made); err != nil { // and then the program is ended
		t.Fatal(err)
	}
	change(t, s, made)
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	backUp(t, s)
	if _, err := os.Stat(part); err == nil {
		t.Error("half a copy is left")
	}
	if _, err := os.Stat(notes); err != nil {
		t.Error("somebody's file was removed")
	}
	if left, _ := filepath.Glob(s.restoreDir("*-vao")); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

// A copy without its manifest is not offered; one of an older program is.
func TestCopiesTellUnfinishedOnes(t *testing.T) {
	dir := t.TempDir()
	ours := contentAt(t, made(t))
	put(t, filepath.Join(dir, "caunoi-20261130-120000-tu-dong.db"), ours)
	put(t, filepath.Join(dir, "caunoi-20261130-130000-tu-dong.db.part"), ours)
	put(t, filepath.Join(dir, "truoc-nang-cap-0016-20260101-000000.db"), ours)
	put(t, filepath.Join(dir, "ghi-chu.txt"), []byte("x"))
	got := Copies(dir)
	if len(got) != 1 || got[0].Complete || got[0].Manifest.Reason != BeforeMigration {
		t.Fatalf("%+v", got)
	}
	if err := got[0].Verify(); err != nil {
		t.Error(err)
	}
}

// kept is the rule said a second time, plainly: for each copy, whether it is among those kept.
func kept(moments []time.Time, now time.Time) []string {
	var copies []Copy
	for _, m := range moments {
		copies = append(copies, Copy{Name: m.Format("2006-01-02 15:04"), Complete: true, Manifest: Manifest{Moment: m}})
	}
	gone := map[string]bool{}
	for _, c := range superfluous(copies, now) {
		gone[c.Name] = true
	}
	var out []string
	for _, c := range copies {
		if !gone[c.Name] {
			out = append(out, c.Name)
		}
	}
	return out
}

func TestWhatIsKept(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, vietnam)
	at := func(days, hours int) time.Time {
		return now.AddDate(0, 0, -days).Add(-time.Duration(hours) * time.Hour)
	}
	var year []time.Time // three a day for 400 days
	for day := range 400 {
		year = append(year, at(day, 0), at(day, 3), at(day, 6))
	}
	for name, tt := range map[string]struct {
		moments []time.Time
		now     time.Time
		want    int
	}{
		"a single old copy":               {[]time.Time{at(900, 0)}, now, 1},
		"two days, to the hour":           {[]time.Time{at(0, 1), at(0, 47), at(2, 0), at(0, 49)}, now, 3},
		"three of one old day":            {[]time.Time{at(0, 0), at(5, 0), at(5, 1), at(5, 2)}, now, 2},
		"a year of use":                   {year, now, 7 + 12 + 10 + 9},
		"the clock ten years ahead":       {[]time.Time{at(0, 0), at(0, 1), at(1, 0), at(2, 0), at(3, 0)}, now.AddDate(10, 0, 0), 4},
		"the clock went back two years":   {year[:30], now.AddDate(-2, 0, 0), 30},
		"one of the future, others of it": {[]time.Time{at(-3650, 0), at(0, 0), at(0, 1), at(1, 0)}, now, 4},
	} {
		got := kept(tt.moments, tt.now)
		if len(got) != tt.want {
			t.Errorf("%s: %d kept, want %d: %v", name, len(got), tt.want, got)
		}
		newest := slices.MaxFunc(tt.moments, time.Time.Compare).Format("2006-01-02 15:04")
		if !slices.Contains(got, newest) {
			t.Errorf("%s: the newest is gone", name)
		}
		var left []time.Time
		for _, text := range got {
			m, err := time.ParseInLocation("2006-01-02 15:04", text, vietnam)
			if err != nil {
				t.Fatal(err)
			}
			left = append(left, m)
		}
		if again := kept(left, tt.now); !slices.Equal(again, got) {
			t.Errorf("%s: thinned twice it keeps %d of %d", name, len(again), len(got))
		}
	}
}

// The newest copy that still verifies stays though the rule would not keep it; copies of another office are not ours to remove.
func TestThinKeepsTheLastVerified(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, vietnam)
	write := func(office string, n int, moment time.Time, spoil bool) {
		name := fmt.Sprintf("caunoi-%s-%02d", office, n)
		path := filepath.Join(dir, name+copySuffix)
		put(t, path, []byte(name))
		size, sum, err := sumOf(path, false)
		if err != nil {
			t.Fatal(err)
		}
		if spoil {
			put(t, path, []byte(strings.ToUpper(name)))
		}
		if err := writeManifest(dir, name, Manifest{OfficeID: office, Moment: moment, Size: size, SHA256: sum}); err != nil {
			t.Fatal(err)
		}
	}
	old := now.AddDate(0, -1, 0)
	write("a", 0, old.Add(3*time.Hour), true)
	write("a", 1, old.Add(2*time.Hour), false)
	write("a", 2, old.Add(time.Hour), false)
	write("b", 0, old, false)
	write("b", 1, old.Add(time.Minute), false)
	if err := Thin(dir, "a", now); err != nil {
		t.Fatal(err)
	}
	left := map[string]bool{}
	for _, c := range Copies(dir) {
		left[c.Name] = true
	}
	want := map[string]bool{"caunoi-a-00": true, "caunoi-a-01": true, "caunoi-b-00": true, "caunoi-b-01": true}
	if !maps.Equal(left, want) {
		t.Errorf("left: %v", left)
	}
}
