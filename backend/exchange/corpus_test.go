package exchange

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// untidy is one kind of sheet of the corpus; see testdata/sheets/README.md.
type untidy struct {
	kind    string
	book    *excelize.File
	rows    [][]string     // of the first sheet
	want    map[int]string // row number → what becomes of it
	notes   []string
	refused string
}

func readUntidy(t *testing.T, path string) untidy {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	u := untidy{kind: kindOfficers, book: excelize.NewFile(), want: map[int]string{}}
	sheet, number := "Sheet1", 0
	var later []func()
	for _, line := range strings.Split(string(text), "\n") {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch word {
		case "", "#":
		case "kind":
			u.kind = rest
		case "note":
			u.notes = append(u.notes, rest)
		case "refused":
			u.refused = rest
		case "merge":
			for _, ref := range strings.Fields(rest) {
				from, to, _ := strings.Cut(ref, ":")
				later = append(later, func() { must(u.book.MergeCell("Sheet1", from, to)) })
			}
		case "hide":
			what, which, _ := strings.Cut(rest, " ")
			later = append(later, func() {
				if n, err := strconv.Atoi(which); what == "row" && err == nil {
					must(u.book.SetRowVisible("Sheet1", n, false))
				} else {
					must(u.book.SetColVisible("Sheet1", which, false))
				}
			})
		case "sheet", "hiddensheet":
			sheet, number = rest, 0
			_, err := u.book.NewSheet(sheet)
			must(err)
			must(u.book.SetSheetVisible(sheet, word == "sheet"))
		case "row":
			number++
			var cells []string
			for i, cell := range strings.Split(rest, "|") {
				cell = strings.TrimSpace(cell)
				cells = append(cells, cell)
				at, _ := excelize.CoordinatesToCellName(i+1, number)
				if cell != "" {
					must(u.book.SetCellStr(sheet, at, cell))
				}
			}
			if sheet == "Sheet1" {
				u.rows = append(u.rows, cells)
			}
		case "=":
			u.want[number] = rest
		default:
			t.Fatalf("%s: %q is not understood", path, line)
		}
	}
	for _, do := range later {
		do()
	}
	return u
}

// plan reads and plans the sheet for an empty office.
func (u untidy) plan(t *testing.T, s *store.Store) (p Preview, err error) {
	t.Helper()
	content, err := u.book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	err = s.Write(t.Context(), store.As{}, func(tx *store.Tx) error {
		if u.kind == kindUnits {
			f, err := ReadUnitFile("a.xlsx", content.Bytes())
			if err == nil {
				p, err = TryUnits(tx, f, UnitOptions{AsOf: "2026-01-01"})
			}
			return cmp.Or(err, error(errTried))
		}
		f, err := ReadOfficerFile("a.xlsx", content.Bytes())
		if err == nil {
			p, err = PlanOfficers(tx, f, OfficerOptions{AsOf: "2026-01-01"})
		}
		return cmp.Or(err, error(errTried))
	})
	if errors.Is(err, errTried) {
		err = nil
	}
	return p, err
}

// measure counts over the whole corpus.
type measure struct{ rows, taken, named, lost, silent, right int }

func (m *measure) row(t *testing.T, cells []string, l Line, notes string, unread map[int]bool, want string) {
	said := l.Reason + " " + notes
	m.rows++
	switch l.Class {
	case ClassNew:
		m.taken++
		shown := strings.Join([]string{l.Name, l.Detail, l.Parent, l.Code}, " | ")
		for i, cell := range cells {
			// Every cell of a row taken in stands in it as it was, or is spoken of.
			if cell != "" && !strings.Contains(strings.ToLower(shown), strings.ToLower(cell)) && !strings.Contains(said, cell) &&
				!isNumeral(cell) &&
				!unread[i] &&
				!strings.Contains(shown, cell) &&
				!store.SameName(cell, l.Parent) {
				m.silent++
				t.Errorf("row %d: %q is nowhere in %q, and nothing is said: %s", l.Row, cell, shown, said)
			}
		}
	case "":
		m.lost++
		t.Errorf("a row is neither taken nor named: %v", cells)
		return
	default:
		m.named++
	}
	got := map[Class]string{ClassNew: "new", ClassError: "error", ClassSkipped: "skipped"}[l.Class]
	what, rest, _ := strings.Cut(want, " ")
	ok := got == what
	if l.Class == ClassNew {
		ok = ok &&
			strings.TrimRight(rest, "| ") == strings.TrimRight(strings.Join([]string{l.Name, l.Detail, l.Parent, l.Code}, " | "), "| ")
	} else {
		ok = ok && strings.Contains(l.Reason, rest)
	}
	if ok {
		m.right++
		return
	}
	t.Errorf("row %d: %s %s | %s | %s | %s (%s), want %s", l.Row, got, l.Name, l.Detail, l.Parent, l.Code, l.Reason, want)
}

// unreadColumns are those the preview names as not read; their cells need no word of their own.
func (u untidy) unreadColumns(unused []string) map[int]bool {
	out := map[int]bool{}
	for i, cells := range u.rows {
		if !strings.HasPrefix(u.want[i+1], "skipped Dòng tiêu đề") {
			continue
		}
		for col := range 10 {
			name := ""
			if col < len(cells) {
				name = cells[col]
			}
			out[col] = out[col] || name != "" && slices.Contains(unused, name) ||
				slices.Contains(unused, "cột "+columnName(col+1)+" (không có tiêu đề)")
		}
	}
	return out
}

// The measure of the whole corpus: rows in are rows taken in and rows named; no cell is changed without a word.
func TestUntidySheets(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob(filepath.Join("testdata", "sheets", "*.txt"))
	if err != nil || len(paths) < 25 {
		t.Fatalf("%d sheets: %v", len(paths), err)
	}
	var m measure
	s := storetest.Open(t)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			u := readUntidy(t, path)
			defer u.book.Close()
			p, err := u.plan(t, s)
			if u.refused != "" {
				if err == nil || !strings.Contains(err.Error(), u.refused) {
					t.Errorf("the file was taken: %v", err)
				}
				for range u.rows {
					m.rows, m.named, m.right = m.rows+1, m.named+1, m.right+1
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			notes := strings.Join(p.Notes, " ")
			if len(p.Unused) > 0 {
				notes += " không đọc: " + strings.Join(p.Unused, ", ")
			}
			for _, note := range u.notes {
				if !strings.Contains(notes, note) {
					t.Errorf("%q is not said: %s", note, notes)
				}
			}
			lines := map[int]Line{}
			for _, l := range p.Lines {
				lines[l.Row] = l
			}
			for i, cells := range u.rows {
				if strings.Join(cells, "") != "" {
					m.row(t, cells, lines[i+1], notes, u.unreadColumns(p.Unused), u.want[i+1])
				}
			}
		})
	}
	t.Logf("%d sheets, %d rows in = %d taken + %d named; %d lost, %d cells silently changed; %d of %d right without help (%.1f %%)",
		len(paths), m.rows, m.taken, m.named, m.lost, m.silent, m.right, m.rows, 100*float64(m.right)/float64(m.rows))
	if m.lost+m.silent > 0 || m.rows != m.taken+m.named {
		t.Error("something was lost or changed without a word")
	}
}
