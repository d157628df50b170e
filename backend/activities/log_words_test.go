package activities

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// holdsWords is the plain way to look: the words of a stored text one by one, the last one asked for as a beginning.
func holdsWords(fold, asked string) bool {
	split := func(text string) []string {
		return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	have, want := split(fold), split(asked)
	for i, w := range want {
		if !slices.ContainsFunc(have, func(h string) bool { return h == w || i == len(want)-1 && len(w) > 1 && strings.HasPrefix(h, w) }) {
			return false
		}
	}
	return len(want) > 0
}

// Whatever happens to entries – saved, changed, moved to another day, thrown away, taken back, rewritten by a plain statement –
// a search finds exactly those that hold the words, page by page the same as in one piece, and nothing that is in the bin.
func TestWordsAreFoundAfterEveryChange(t *testing.T) {
	o := openOffice(t)
	draw := rand.New(rand.NewPCG(20, 26))
	places := []string{"Nhà văn hóa", "Trụ sở ấp", "Nhà ông Bảy-Mẫu", "D'Ran 17", ""}
	hosts := []string{"to1", "to2", "ap1", "ap2"}
	var ids []string
	day := func() dates.Date { return dates.Date("2026-11-25").AddDays(-draw.IntN(40)) }
	for step := range 120 {
		switch n := draw.IntN(10); {
		case n < 5 || len(ids) == 0:
			saved, err := o.s.SaveMeeting(MeetingInput{Kind: People, State: Held, HeldOn: day(), HostIDs: []string{hosts[draw.IntN(4)]},
				Place: places[draw.IntN(5)], Note: fmt.Sprintf("lần %d", step)})
			if err == nil { // the same meeting twice is refused
				ids = append(ids, saved.Entry.ID)
			}
		case n < 7:
			e, err := o.s.Meeting(ids[draw.IntN(len(ids))])
			if err != nil {
				t.Fatal(err)
			}
			in := e.Input()
			in.HeldOn, in.Place = day(), places[draw.IntN(5)]
			_, _ = o.s.SaveMeeting(in)
		case n == 7:
			if err := o.s.Delete(ids[draw.IntN(len(ids))]); err != nil {
				t.Fatal(err)
			}
		case n == 8:
			_, _ = o.s.Restore(ids[draw.IntN(len(ids))])
		default:
			storetest.Write(t, o.Store, func(tx *store.Tx) error {
				return tx.Model(&Meeting{}).Where("id = ?", ids[draw.IntN(len(ids))]).Update("fold", "sua tay").Error
			})
		}
		if step%6 == 0 {
			compareWords(t, o, step)
		}
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error { return tx.Exec("DELETE FROM meeting").Error })
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		var left int
		err := tx.Raw("SELECT count(*) FROM meeting_text").Scan(&left).Error
		if left > 0 {
			t.Errorf("%d rows are left of deleted meetings", left)
		}
		return err
	})
}

func compareWords(t *testing.T, o *testOffice, step int) {
	t.Helper()
	var all []Meeting
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		return tx.Where("deleted_at = ''").Order("day, id").Find(&all).Error
	})
	for _, asked := range []string{"nha", "nha van hoa", "bay mau", "dran 17", "lan 1", "sua ta", "ap", "hoa nha", "tru so", "khong co"} {
		var want []string
		for _, m := range all {
			if holdsWords(m.Fold, asked) {
				want = append(want, m.ID)
			}
		}
		page, err := o.s.Log(LogFilter{Text: asked})
		if err != nil {
			t.Fatal(err)
		}
		var got, paged []string
		for _, e := range page.Items {
			got = append(got, e.ID)
		}
		for f := (LogFilter{Text: asked, Newest: true, Limit: 3}); ; {
			part, err := o.s.Log(f)
			if err != nil {
				t.Fatal(err)
			}
			for i, e := range part.Items {
				if at := f.After; at != nil && e.Day > at.Day || i > 0 && e.Day > part.Items[i-1].Day {
					t.Fatalf("%q: day %s comes too late", asked, e.Day)
				}
				paged = append(paged, e.ID)
			}
			if !part.More {
				break
			}
			last := part.Items[len(part.Items)-1]
			f.After = &LogKey{last.Day, last.ID}
		}
		slices.Sort(want)
		for name, list := range map[string][]string{"at once": got, "by pages": paged} {
			if slices.Sort(list); !slices.Equal(list, want) {
				t.Fatalf("step %d, %q %s: %v, want %v", step, asked, name, list, want)
			}
		}
	}
}

// Pages of the log without words meet each other: nothing twice, nothing left out, also where many entries share a day.
func TestPagesOfTheLogMeet(t *testing.T) {
	o := openOffice(t)
	o.fillLog(t)
	for _, newest := range []bool{true, false} {
		whole, err := o.s.Log(LogFilter{Newest: newest})
		if err != nil {
			t.Fatal(err)
		}
		var paged []string
		for f := (LogFilter{Newest: newest, Limit: 2}); ; {
			part, err := o.s.Log(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range part.Items {
				paged = append(paged, e.ID)
			}
			if !part.More {
				break
			}
			last := part.Items[len(part.Items)-1]
			f.After = &LogKey{last.Day, last.ID}
		}
		if len(paged) != len(whole.Items) {
			t.Fatalf("%d entries on pages, %d in all", len(paged), len(whole.Items))
		}
		for i, e := range whole.Items {
			if paged[i] != e.ID {
				t.Errorf("newest %v: entry %d is another", newest, i)
			}
		}
	}
}
