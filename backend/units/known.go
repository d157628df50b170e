package units

import (
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Known is a unit with every name it has or had, for looking it up by what somebody types.
type Known struct {
	ID, Tree, Type, Name string
	ProperFrom           int // words before the proper name: 1 in "Ấp An Bình"
	ShortName, Code      string
	Former               []string   // other names of earlier or later times
	ParentID             string     // on the day, or at its end
	EndedOn              dates.Date // the first day it is no more; "" = it is, or is to come
}

// EveryKnown lists all units that are not in the bin, as of a day.
func EveryKnown(tx *store.Tx, day dates.Date) ([]Known, error) {
	rows, err := tx.Raw(`SELECT v.unit_id, u.tree, v.type, v.name, v.short_name, v.code, v.parent_id, v.valid_from, v.valid_to
FROM unit u JOIN unit_version v ON v.unit_id = u.id WHERE u.deleted_at = '' ORDER BY v.unit_id, v.valid_from`).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := []Known{}
	for rows.Next() {
		var k Known
		var from, to dates.Date
		if err := rows.Scan(&k.ID, &k.Tree, &k.Type, &k.Name, &k.ShortName, &k.Code, &k.ParentID, &from, &to); err != nil {
			return nil, err
		}
		if to != dates.None && to <= day {
			k.EndedOn = to
		}
		last := len(out) - 1
		switch {
		case last < 0 || out[last].ID != k.ID:
			out = append(out, k)
		case from <= day:
			k.Former = otherNames(k.Name, append(out[last].Former, out[last].Name))
			out[last] = k
		default: // a version to come
			out[last].Former, out[last].EndedOn = otherNames(out[last].Name, append(out[last].Former, k.Name)), dates.None
		}
	}
	for i := range out {
		out[i].ProperFrom = properFrom(out[i].Type, out[i].Name)
	}
	return out, rows.Err()
}

func otherNames(name string, names []string) (others []string) {
	for _, n := range names {
		if n != name {
			others = append(others, n)
		}
	}
	return others
}

// properFrom counts the words before the proper name: those of the type, of a Party organisation also those of its place, and
// "số" before a number.
func properFrom(code, name string) int {
	words := strings.Fields(store.FoldName(name))
	from := 0
	skip := func(lead string) bool {
		of := strings.Fields(store.FoldName(lead))
		if len(of) == 0 || from+len(of) >= len(words) || strings.Join(words[from:from+len(of)], " ") != strings.Join(of, " ") {
			return false
		}
		from += len(of)
		return true
	}
	if !skip(Word(code)) {
		skip(lead(code))
	}
	if typeByCode[code].Tree == TreeParty {
		if from == 0 {
			_ = skip("đảng bộ") || skip("chi bộ")
		}
		for _, t := range allTypes {
			if t.Tree == TreeAdmin && skip(t.Word) {
				break
			}
		}
	}
	skip("số")
	return from
}
