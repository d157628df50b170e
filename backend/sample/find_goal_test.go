package sample

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/access"
	"caunoi/backend/clock"
	"caunoi/backend/desk"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// wanted is a record somebody looks for, and what a person types of it: without marks, without capitals.
type wanted struct{ kind, id, typed string }

// Goal G8: of 500 random records of a district, at least 95 % stand among the first five answers after at most six letters.
// What is typed comes from the rows themselves and from what an office calls such a thing: a place by its own name, a group by
// its number and its hamlet, a person by the last words of the name, papers and matters by their number; of each word only its
// beginning, so that six letters reach all of them.
func TestGoal8FindsRecordsWithinSixLetters(t *testing.T) {
	d := desk.New(t.TempDir(), desk.WithClock(clock.Still("2026-11-26")), desk.WithGate(access.WithPasswordCost(1, 8)))
	t.Cleanup(d.Close)
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	var all []wanted
	err := d.Store().Write(context.Background(), store.As{Action: "test"}, func(tx *store.Tx) (err error) {
		for _, account := range Accounts {
			account.Password = desk.SamplePassword
			if _, err := d.Gate.CreateUser(tx, account); err != nil {
				return err
			}
		}
		all, err = districtToFind(tx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Access.SignIn(access.Credentials{Login: Accounts[0].Login, Password: desk.SamplePassword}); err != nil {
		t.Fatal(err)
	}
	draw := rand.New(rand.NewPCG(8, 2026))
	found, asked, missed := map[string]int{}, map[string]int{}, []string{}
	const tries = 500
	for range tries {
		w := all[draw.IntN(len(all))]
		answer, err := d.Self.Find(desk.FindQuery{Text: w.typed})
		if err != nil {
			t.Fatal(err)
		}
		asked[w.kind]++
		hit := slices.ContainsFunc(answer[:min(5, len(answer))], func(f desk.Found) bool { return f.Kind == w.kind && f.ID == w.id })
		if hit {
			found[w.kind]++
		} else {
			missed = append(missed, w.kind+" "+strconv.Quote(w.typed))
		}
	}
	share := 100 - 100*float64(len(missed))/tries
	t.Logf("%.1f %% of %d within six letters; by kind %v of %v; missed %v", share, tries, found, asked, missed)
	if share < 95 {
		t.Errorf("%.1f %% are found, 95 are wanted", share)
	}
}

// districtToFind is the generated district without its log, with matters, papers and sessions, and all of its records.
func districtToFind(tx *store.Tx) ([]wanted, error) {
	g := newGenerated(tx, Scales[1])
	for _, step := range []func() error{g.makeUnits, g.makeOfficers, g.makeAssignments} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if _, err := officers.SaveTerm(tx, officers.Term{Label: "Nhiệm kỳ mẫu", Level: "huyen", ValidFrom: "2025-08-01"}); err != nil {
		return nil, err
	}
	hamlets := g.places[units.TierHamlet]
	for i := range 150 {
		_, err := matters.RecordStatement(tx, matters.RecordInput{
			RaisedOn: tx.Today.AddDays(-i / 3),
			PlaceID:  hamlets[i*7%len(hamlets)].id,
			Origin:   matters.FromVisit,
			Items: []matters.ItemInput{
				{Kind: matters.Request, FieldCode: "02", Summary: fmt.Sprintf("Sửa đoạn đường số %d", i), Voices: 1},
			},
		})
		if err != nil {
			return nil, err
		}
	}
	for i := range 60 {
		if _, err := papers.RecordFromOutside(tx, papers.OutsideInput{Form: "dang", Series: []string{"KH", "BC", "CV"}[i%3],
			TypeName: "Kế hoạch", Number: 1 + i/3, Day: tx.Today, Subject: "về công tác cơ sở"}); err != nil {
			return nil, err
		}
	}
	for i := range 24 {
		if _, err := sessions.Save(tx, sessions.Input{Body: string(officers.BTV), Title: fmt.Sprintf("Hội nghị lần thứ %d", i+1),
			Day: tx.Today.AddDays(-7 * i), StartTime: "7h30", State: "chuan_bi"}); err != nil {
			return nil, err
		}
	}
	return everyRecord(tx)
}

func everyRecord(tx *store.Tx) (all []wanted, err error) {
	for _, of := range []struct {
		kind, sql string
		typed     func(name, above string) string
	}{
		{"dia_ban", `SELECT v.unit_id, v.name, coalesce(p.name, '') FROM unit_version v LEFT JOIN unit_version p ON p.unit_id = v.parent_id
			WHERE v.type <> 'TO_NDTQ'`, func(name, _ string) string { return lastWords(name, 3) }},
		{"dia_ban", `SELECT v.unit_id, v.name, p.name FROM unit_version v JOIN unit_version p ON p.unit_id = v.parent_id
			WHERE v.type = 'TO_NDTQ'`, func(name, above string) string {
			return strings.TrimLeft(lastWords(name, 1), "0") + " " + lastWords(above, 3)
		}},
		{"can_bo", "SELECT id, full_name, '' FROM officer", func(name, _ string) string { return lastWords(name, 2) }},
		{"quyet_dinh", "SELECT id, number, symbol FROM decision", func(number, symbol string) string { return number + "-" + symbol }},
		{"kien_nghi", "SELECT id, number, substr(year, 3) FROM matter", func(number, year string) string { return number + "/" + year }},
		{"van_ban", "SELECT id, symbol, '' FROM issued_paper", func(symbol, _ string) string { return symbol }},
		{"phien_hop", "SELECT id, title, '' FROM session", func(title, _ string) string { return "hn " + lastWords(title, 1) }},
	} {
		rows, err := tx.Raw(of.sql + " ORDER BY 1").Rows()
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			var id, name, more string
			if err := rows.Scan(&id, &name, &more); err != nil {
				return nil, err
			}
			all = append(all, wanted{of.kind, id, sixLetters(withoutMarks(of.typed(name, more)))})
		}
		if err := rows.Close(); err != nil {
			return nil, err
		}
	}
	return all, rowsErr(all)
}

func rowsErr(all []wanted) error {
	if len(all) < 2500 {
		return fmt.Errorf("only %d records to look for", len(all))
	}
	return nil
}

func lastWords(text string, n int) string {
	words := strings.Fields(text)
	return strings.Join(words[max(0, len(words)-n):], " ")
}

// withoutMarks is how a person types who does not bother with marks; it is not the program's own folding.
func withoutMarks(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ':
			return 'd'
		}
		return r
	}, norm.NFD.String(strings.ToLower(text)))
}

// sixLetters keeps the beginnings of words, six letters and digits in all: numbers whole, then one letter more of each other
// word in turn. Signs and spaces come free.
func sixLetters(text string) string {
	between := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	words := strings.FieldsFunc(text, between)
	kept, left := make([]int, len(words)), 6
	for i, w := range words {
		if _, err := strconv.Atoi(w); err == nil {
			kept[i] = min(len(w), left)
			left -= kept[i]
		}
	}
	for again := true; again && left > 0; {
		again = false
		for i, w := range words {
			if kept[i] < len(w) && left > 0 {
				kept[i]++
				left--
				again = true
			}
		}
	}
	out := ""
	for i, w := range words {
		at := strings.Index(text, w)
		out += text[:at] + w[:kept[i]]
		text = text[at+len(w):]
	}
	return strings.TrimFunc(out, between)
}
