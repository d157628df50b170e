package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"caunoi/backend/fault"
)

// withSecond is an open store with a stick as its second place.
func withSecond(t *testing.T) (s *Store, stick string) {
	t.Helper()
	s, stick = officeWith(t, "now"), t.TempDir()
	s.places = func() []string { return nil }
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	if err := s.ChooseSecond(stick, true); err != nil {
		t.Fatal(err)
	}
	return s, stick
}

func backUp(t *testing.T, s *Store) Copy {
	t.Helper()
	made, err := s.Backup(context.Background(), ByHand)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// A stick that comes back under another letter is known by its mark and filled; another stick in its old place is not.
func TestSecondPlaceIsKnownByItsMark(t *testing.T) {
	s, stick := withSecond(t)
	backUp(t, s)
	elsewhere := filepath.Join(t.TempDir(), "F")
	if err := os.Rename(stick, elsewhere); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(stick, secondFolder, secondMark), []byte(`{"id":"cua-may-khac"}`))
	if n, err := s.FillSecond("", false); n != 0 || err != nil {
		t.Errorf("a stick of somebody else was filled: %d, %v", n, err)
	}
	s.places = func() []string { return []string{filepath.Join(t.TempDir(), "E"), elsewhere} }
	for turn, want := range []int{1, 0} {
		if n, err := s.FillSecond("", false); n != want || err != nil {
			t.Errorf("turn %d: %d copied, %v", turn, n, err)
		}
	}
	if p := s.SecondPlace(); p.Path != filepath.Join(elsewhere, secondFolder) || p.Filled.IsZero() {
		t.Errorf("%+v", p)
	}
	there := Copies(filepath.Join(elsewhere, secondFolder))
	if len(there) != 1 || !there[0].Complete || there[0].Verify() != nil {
		t.Errorf("%+v", there)
	}
}

// What cannot be copied says why, and leaves nothing under the name of a copy; the next time goes on.
func TestFillingTheSecondPlaceFails(t *testing.T) {
	for name, tt := range map[string]struct {
		spoil func(s *Store, dir string, c Copy)
		says  string
	}{
		"full":   {func(s *Store, _ string, _ Copy) { s.freeSpace = func(string) (int64, error) { return 1, nil } }, "còn trống"},
		"damage": {func(_ *Store, _ string, c Copy) { spoilAt(t, c.Path()) }, "bị hỏng"},
		"a folder stands in the way": {func(_ *Store, dir string, c Copy) {
			put(t, filepath.Join(dir, c.Name+partSuffix, "x"), nil)
		}, "không ghi được"},
	} {
		t.Run(name, func(t *testing.T) {
			s, stick := withSecond(t)
			dir := filepath.Join(stick, secondFolder)
			tt.spoil(s, dir, backUp(t, s))
			if n, err := s.FillSecond(
				"",
				false,
			); n != 0 || !fault.Is(err, fault.CodeUnavailable) ||
				!strings.Contains(err.Error(), tt.says) {
				t.Errorf("%d copied, %v", n, err)
			}
			if left := Copies(dir); len(left) != 0 || !s.SecondPlace().Filled.IsZero() {
				t.Errorf("left: %v", left)
			}
		})
	}
}

func spoilAt(t *testing.T, path string) {
	t.Helper()
	content := contentAt(t, path)
	content[len(content)/2] ^= 1
	put(t, path, content)
}

// A stick that is pulled out in the middle is told as such.
func TestPulledOutInTheMiddle(t *testing.T) {
	s, stick := withSecond(t)
	backUp(t, s)
	s.freeSpace = func(dir string) (int64, error) {
		if strings.HasPrefix(dir, stick) { // the last question before bytes are written
			if err := os.RemoveAll(stick); err != nil {
				return 0, err
			}
		}
		return 1 << 40, nil
	}
	n, err := s.FillSecond("", false)
	if n != 0 || err == nil || !strings.Contains(err.Error(), "rút ra") {
		t.Errorf("%d copied, %v", n, fmt.Sprint(err))
	}
}

// A place that stays plugged in is looked at often and noted once an hour, and whenever something was copied or the clock went back.
func TestAFilledPlaceIsNotedOnceAnHour(t *testing.T) {
	s, _ := withSecond(t)
	at := s.Clock()
	s.Clock = func() time.Time { return at }
	backUp(t, s)
	noted := func(by time.Duration) time.Time {
		at = at.Add(by)
		if _, err := s.FillSecond("", false); err != nil {
			t.Fatal(err)
		}
		return s.SecondPlace().Filled
	}
	first := noted(0)
	for _, step := range []struct {
		by    time.Duration
		noted bool
	}{{time.Minute, false}, {untilNoted - time.Minute - time.Second, false}, {time.Second, true}, {-untilNoted, true}} {
		if got := noted(step.by); got.Equal(at) != step.noted {
			t.Errorf("%v later: noted %v, it is %v, first %v", step.by, got, at, first)
		}
	}
	at = at.Add(time.Second)
	backUp(t, s)
	if got := noted(time.Second); !got.Equal(at) {
		t.Errorf("after a copy: noted %v, it is %v", got, at)
	}
}
