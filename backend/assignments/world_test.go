package assignments

import (
	"fmt"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// world is a small made-up district: two communes with three hamlets each, a Party cell for each hamlet, six officers,
// and the first preset's scheme with a team kind added.
type world struct {
	store    *store.Store
	s        *Service
	commune  [2]string
	hamlet   [6]string
	cell     [6]string
	officer  [6]string
	kind     map[string]string // by code
	schemeID string
}

func newWorld(t testing.TB) *world {
	t.Helper()
	o := accesstest.Open(t)
	w := &world{store: o.Store, s: New(o.Gate), kind: map[string]string{}}
	w.write(t, func(tx *store.Tx) error {
		add := func(tree, kind, name, parent string) string {
			ids, err := units.InsertMany(
				tx,
				[]units.NewUnit{
					{
						Tree:      tree,
						Facts:     units.Facts{Name: name, Type: kind, ParentID: parent},
						ValidFrom: "2016-01-01",
						Source:    "Nghị quyết mẫu",
					},
				},
			)
			if err != nil {
				t.Fatal(err)
			}
			return ids[0]
		}
		district := add(units.TreeAdmin, units.Huyen, "Huyện Mẫu", "")
		party := add(units.TreeParty, units.DangBoHuyen, "Đảng bộ huyện Mẫu", "")
		for c := range w.commune {
			w.commune[c] = add(units.TreeAdmin, units.Xa, fmt.Sprintf("Xã Mẫu %c", 'A'+c), district)
			org := add(units.TreeParty, units.DangBoXa, fmt.Sprintf("Đảng bộ xã Mẫu %c", 'A'+c), party)
			for h := range 3 {
				w.hamlet[c*3+h] = add(units.TreeAdmin, units.Ap, fmt.Sprintf("Ấp %d", h+1), w.commune[c])
				w.cell[c*3+h] = add(units.TreeParty, units.ChiBo, fmt.Sprintf("Chi bộ ấp %d", h+1), org)
			}
		}
		for i := range w.officer {
			o, err := officers.Add(
				tx,
				officers.Input{
					FullName: fmt.Sprintf("Cán bộ mẫu %02d", i+1),
					Post:     officers.PostIn{Label: "Huyện ủy viên", OrgText: "Huyện ủy Mẫu", ValidFrom: "2016-01-01"},
				},
			)
			if err != nil {
				t.Fatal(err)
			}
			w.officer[i] = o.ID
		}
		preset := Presets()[0].Scheme
		preset.Kinds = append(preset.Kinds, a6, a9.byTeam(), a7.shared())
		scheme, err := SaveScheme(tx, preset)
		if err != nil {
			t.Fatal(err)
		}
		w.schemeID = scheme.ID
		for _, k := range scheme.Kinds {
			w.kind[k.Code] = k.ID
		}
		return nil
	})
	return w
}

func (w *world) write(t testing.TB, fn func(*store.Tx) error) {
	t.Helper()
	storetest.Write(t, w.store, fn)
}
func (w *world) read(t testing.TB, fn func(*store.Tx) error) {
	t.Helper()
	storetest.Read(t, w.store, fn)
}

// give is a line that puts an officer on a hamlet as primary.
func (w *world) give(officer, hamlet int) LineIn {
	return LineIn{Act: Giao, KindID: w.kind["A3"], OfficerID: w.officer[officer], TargetID: w.hamlet[hamlet], Primary: true}
}

var issued int

// decision is a complete decision around lines, in force from a day.
func decision(day dates.Date, action Action, lines ...LineIn) DecisionIn {
	issued++
	return DecisionIn{
		Number:        fmt.Sprint(issued),
		Symbol:        "QĐ/HU",
		DocDate:       day,
		Issuer:        "Ban Thường vụ Huyện ủy Mẫu",
		Subject:       "phân công phụ trách ấp",
		EffectiveDate: day,
		Action:        action,
		LineTotal:     len(lines),
		Lines:         lines,
	}
}

// issue brings a decision into force and fails the test when it is refused.
func (w *world) issue(t testing.TB, in DecisionIn) Decision {
	t.Helper()
	var d Decision
	storetest.Act(t, w.store, func(tx *store.Tx) (err error) { d, err = Issue(tx, in); return err })
	return d
}
