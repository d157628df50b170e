package exchange

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// readNames gathers all names of a day.
func readNames(tx *store.Tx, of string, day dates.Date) (*nameIndex, error) {
	x := &nameIndex{of: of, byFold: map[string][]*named{}}
	if of == OfOfficer {
		return x, x.readOfficers(tx, day)
	}
	return x, x.readUnits(tx, day)
}

func (x *nameIndex) readUnits(tx *store.Tx, day dates.Date) error {
	refs, err := units.Of(tx, units.Filter{Day: day})
	if err != nil {
		return err
	}
	var shorts []units.Version
	err = tx.Where("short_name <> '' AND valid_from <= ? AND (valid_to = '' OR valid_to > ?)", day, day).Find(&shorts).Error
	if err != nil {
		return err
	}
	short := make(map[string]string, len(shorts))
	for _, v := range shorts {
		short[v.UnitID] = v.ShortName
	}
	byID := make(map[string]*named, len(refs))
	for _, r := range refs { // each unit comes before those below it
		n := &named{id: r.ID, label: r.Label, note: r.TypeWord, tree: r.Tree, kind: r.Type, above: byID[r.ParentID]}
		if r.Code != "" {
			n.note += " · mã " + r.Code
		}
		byID[r.ID] = n
		own := wordKey(r.Name)
		n.spell(own, false)
		n.spell(wordKey(r.Label), false)
		n.spell(wordKey(short[r.ID]), false)
		n.spell(wordKey(r.Code), false)
		n.spell(withoutType(own, wordKey(r.TypeWord)), true)
		x.add(n)
	}
	return nil
}

func (x *nameIndex) readOfficers(tx *store.Tx, day dates.Date) error {
	people, err := readOfficersNow(tx, day)
	if err != nil {
		return err
	}
	var all []*officerNow
	for _, same := range people {
		all = append(all, same...)
	}
	slices.SortFunc(all, func(a, b *officerNow) int {
		return cmp.Or(cmp.Compare(a.officer.SortKey, b.officer.SortKey), cmp.Compare(a.officer.ID, b.officer.ID))
	})
	for _, o := range all {
		n := &named{id: o.officer.ID, label: o.officer.FullName, note: o.postText()}
		n.spell(wordKey(o.officer.FullName), false)
		for _, p := range o.posts {
			n.beside = append(n.beside, store.Fold(wordKey(p.Label)), store.Fold(wordKey(p.Label+" "+p.OrgText)))
		}
		x.add(n)
	}
	return nil
}

func (n *named) spell(key string, bare bool) {
	fold := store.Fold(key)
	if key == "" {
		return
	}
	for _, s := range n.names {
		if s.key == key {
			return
		}
	}
	n.names = append(n.names, spelled{key, fold, bare})
}

func (x *nameIndex) add(n *named) {
	x.all = append(x.all, n)
	seen := map[string]bool{}
	for _, s := range n.names {
		if !seen[s.fold] {
			seen[s.fold] = true
			x.byFold[s.fold] = append(x.byFold[s.fold], n)
		}
	}
}

var signs = strings.NewReplacer(",", " ", ";", " ", "(", " ", ")", " ", "/", " ", ":", " ")

// wordKey is NameKey of words that may hold more than one name: without the signs between them, and without "số" before a
// number (Tổ số 01, Tổ 1).
func wordKey(text string) string {
	words := strings.Fields(store.NameKey(signs.Replace(text)))
	kept := words[:0]
	for i, w := range words {
		if store.Fold(w) == "so" && i+1 < len(words) && onlyDigits(words[i+1]) {
			continue
		}
		kept = append(kept, w)
	}
	return strings.Join(kept, " ")
}

// withoutType is the proper part of a name: "quới điền" of Xã Quới Điền, "17" of Tổ 17; "" when there is none.
func withoutType(name, typeWord string) string {
	if tail, ok := strings.CutPrefix(name, typeWord+" "); ok {
		return tail
	}
	if first, tail, ok := strings.Cut(name, " "); ok && first != "" && onlyDigits(tail) {
		return tail
	}
	return ""
}

func onlyDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// longWords are the abbreviations office sheets write for the words before a name. "a" for ấp is none of them: Quí Đức A.
var longWords = map[string]string{
	"kp": "khu phố", "kv": "khu vực", "tt": "thị trấn", "tx": "thị xã", "tp": "thành phố", "x": "xã", "x.": "xã", "p.": "phường",
	"h.": "huyện", "cb": "chi bộ", "đb": "đảng bộ", "tdp": "tổ dân phố", "ndtq": "nhân dân tự quản",
}

// expanded writes abbreviations in full: "kp 1", "kp1", "kp.1".
func expanded(key string) string {
	var out []string
	for _, w := range strings.Fields(key) {
		lead := strings.TrimRight(w, "0123456789")
		number := w[len(lead):]
		long, known := longWords[lead]
		if !known {
			long, known = longWords[strings.TrimSuffix(lead, ".")]
		}
		switch {
		case known && number != "":
			out = append(out, long, number)
		case known:
			out = append(out, long)
		default:
			out = append(out, w)
		}
	}
	return wordKey(strings.Join(out, " "))
}

// nameHolders adds to places offered for a kind of assignment who has them on the day: that is what a clerk chooses by.
func nameHolders(tx *store.Tx, q MatchQuery, out []Match) error {
	var ids []string
	for i, w := range q.Words {
		if w.Of == OfUnit && w.KindID != "" && !out[i].Sure {
			for _, f := range out[i].Found {
				ids = append(ids, f.ID)
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	held, err := assignments.InCharge(tx, ids, q.Day)
	if err != nil {
		return err
	}
	var people []string
	for _, lines := range held {
		for _, l := range lines {
			people = append(people, l.OfficerID)
		}
	}
	names, err := officers.Refs(tx, people, q.Day)
	if err != nil {
		return err
	}
	for i, w := range q.Words {
		if w.Of != OfUnit || w.KindID == "" || out[i].Sure {
			continue
		}
		for j := range out[i].Found {
			f := &out[i].Found[j]
			f.Note = "còn trống"
			for _, l := range held[f.ID] {
				if l.KindID == w.KindID {
					f.Note = "đang do " + cmp.Or(names[l.OfficerID].Name, l.TeamName)
					break
				}
			}
		}
	}
	return nil
}
