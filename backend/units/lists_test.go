package units_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// listRow is one commune of an official list: its code, name, and the units above by code and name.
type listRow struct{ code, name, word, districtCode, district, provinceCode, province string }

// officialLists reads the two real lists where they are at hand; elsewhere it makes lists of the same shape: names that
// repeat in many districts, and a second list that uses most names and codes of the first again for other units.
func officialLists(t *testing.T) (before, after []listRow) {
	dir := os.Getenv("CAUNOI_DATA_SETS")
	if dir == "" {
		dir = "../../../shared/data"
	}
	read := func(name string) [][]string {
		file, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return nil
		}
		defer file.Close()
		rows, err := csv.NewReader(file).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows[1:]
	}
	for _, r := range read("units-2025-three-tier.csv") {
		before = append(before, listRow{r[0], r[1], r[3], r[4], r[5], r[6], r[7]})
	}
	for _, r := range read("units-2026-three-provinces.csv") {
		after = append(after, listRow{r[0], r[1], r[2], "", "", r[3], r[4]})
	}
	if len(before) > 0 && len(after) > 0 {
		return before, after
	}
	for p := range 7 {
		for d := range 12 {
			for c := range 11 {
				n := p*132 + d*11 + c
				before = append(
					before,
					listRow{
						fmt.Sprint(28000 + n),
						fmt.Sprintf("Xã Mẫu %d", n%90),
						"Xã",
						fmt.Sprint(800 + p*12 + d),
						fmt.Sprintf("Huyện Mẫu %d", (p*12+d)%50),
						fmt.Sprint(82 + p),
						fmt.Sprintf("Tỉnh Mẫu %d", p),
					},
				)
			}
		}
	}
	for n := range 328 {
		after = append(
			after,
			listRow{
				fmt.Sprint(28000 + n*2),
				fmt.Sprintf("Xã Mẫu %d", n%110),
				"Xã",
				"",
				"",
				fmt.Sprint(82 + n/110),
				fmt.Sprintf("Tỉnh Mẫu %d", n/110+1),
			},
		)
	}
	return before, after
}

func listed(rows []listRow, from dates.Date) []units.NewUnit {
	var out []units.NewUnit
	known := map[string]string{}
	put := func(tier int, word, code, name, parent string) string {
		key := fmt.Sprint(tier, code)
		if known[key] == "" {
			kind, _ := units.TypeFromWord(word, tier)
			known[key] = store.NewID()
			out = append(
				out,
				units.NewUnit{
					ID:        known[key],
					Tree:      units.TreeAdmin,
					ValidFrom: from,
					Facts:     units.Facts{Name: name, Type: kind, Code: code, ParentID: parent},
				},
			)
		}
		return known[key]
	}
	for _, r := range rows {
		parent := put(units.TierProvince, r.province, r.provinceCode, r.province, "")
		if r.district != "" {
			parent = put(units.TierDistrict, r.district, r.districtCode, r.district, parent)
		}
		put(units.TierCommune, r.word, r.code, r.name, parent)
	}
	return out
}

// The two official lists, one after the other: every unit of both has a label of its own on either day.
func TestOfficialListsAreToldApart(t *testing.T) {
	l := open(t)
	before, after := officialLists(t)
	var ids []string
	storetest.Write(t, l.Store, func(tx *store.Tx) error {
		old, err := units.InsertMany(tx, listed(before, "2024-01-01"))
		if err != nil {
			return err
		}
		if err := units.CloseMany(tx, old, "2025-07-01", "Nghị quyết"); err != nil {
			return err
		}
		fresh, err := units.InsertMany(tx, listed(after, "2025-07-01"))
		ids = append(old, fresh...)
		return err
	})
	for _, day := range []dates.Date{"2024-06-01", "2026-07-01"} {
		storetest.Read(t, l.Store, func(tx *store.Tx) error {
			refs, err := units.Refs(tx, ids, day)
			labels := map[string]string{}
			for id, ref := range refs {
				if other, twice := labels[ref.Label]; twice {
					t.Errorf("%s: %q is both %s and %s", day, ref.Label, id, other)
				}
				labels[ref.Label] = id
			}
			few, err2 := units.Refs(tx, ids[:3], day)
			for id, ref := range few {
				if ref.Label != refs[id].Label {
					t.Errorf("alone %q, among all %q", ref.Label, refs[id].Label)
				}
			}
			if err == nil {
				err = err2
			}
			return err
		})
	}
	t.Logf("%d units of both lists", len(ids))
}
