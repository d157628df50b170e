// Package reportstest fills made-up offices that papers are printed from in tests.
package reportstest

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// office is filled once in a run of tests and copied for each.
type office struct {
	storetest.Template
	ids map[string]string
}

// open gives a copy in which a quản trị is signed in, with the ids of what stands in it.
func (f *office) open(t testing.TB) (*accesstest.Office, map[string]string) {
	t.Helper()
	o := accesstest.Before(t, f.Open(t))
	store.Provide(o.Store, assignments.Hooks(duties.HandoverHooks(), activities.HandoverHooks(), matters.HandoverHooks()))
	store.Provide(o.Store, papers.Numbers())
	o.SignIn(t, access.QuanTri)
	return o, maps.Clone(f.ids)
}

func newOffice(fill func(t testing.TB, o *accesstest.Office) map[string]string) *office {
	f := &office{}
	f.Fill = func(t testing.TB, s *store.Store) {
		o := accesstest.Around(t, s)
		o.SignIn(t, access.QuanTri)
		f.ids = fill(t, o)
	}
	return f
}

var commune, communeWithMatters = newOffice(fillCommune), newOffice(fillMatters)

// Office is a made-up commune with three hamlets, two officers, one decision and a month of meetings.
func Office(t testing.TB) (*accesstest.Office, map[string]string) {
	t.Helper()
	return commune.open(t)
}

// MatterOffice is the made-up commune with matters in every state, two bodies, a reception day and a dialogue. The clock
// stands on 22/11/2026.
func MatterOffice(t testing.TB) (*accesstest.Office, map[string]string) {
	t.Helper()
	return communeWithMatters.open(t)
}

func fillCommune(t testing.TB, o *accesstest.Office) map[string]string {
	t.Helper()
	ids := map[string]string{}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		_, err := units.StoreOffice(
			tx,
			units.Office{
				Level:         units.LevelXa,
				Name:          "Đảng ủy xã Mẫu Đơn",
				Superior:      "Đảng bộ tỉnh Mẫu",
				Place:         "Mẫu Đơn",
				StateSuperior: "UBND tỉnh Mẫu",
				StateName:     "Ủy ban nhân dân xã Mẫu Đơn",
				SignAuthority: "T/M BAN THƯỜNG VỤ",
				SignPosition:  "Phó Bí thư",
				SignName:      "Trần Thị Mẫu",
			},
		)
		must(err)
		commune := store.NewID()
		list := []units.NewUnit{
			{ID: commune, Tree: units.TreeAdmin, Facts: units.Facts{Name: "Xã Mẫu Đơn", Type: units.Xa}, ValidFrom: "2025-07-01"},
		}
		for i := range 3 {
			ids[fmt.Sprint("ap", i)] = store.NewID()
			list = append(list, units.NewUnit{ID: ids[fmt.Sprint("ap", i)], Tree: units.TreeAdmin, ValidFrom: "2025-07-01",
				Facts: units.Facts{Name: fmt.Sprintf("Ấp Mẫu %d", i+1), Type: units.Ap, ParentID: commune}})
		}
		_, err = units.InsertMany(tx, list)
		must(err)
		ids["xa"] = commune
		for i := range 2 {
			who, err := officers.Add(
				tx,
				officers.Input{
					FullName: fmt.Sprintf("Cán bộ mẫu %02d", i+1),
					Post: officers.PostIn{
						Label:     "Ủy viên Ban Thường vụ",
						OrgText:   "Đảng ủy xã Mẫu Đơn",
						ValidFrom: "2025-07-01",
						Rank:      i + 1,
					},
				},
			)
			must(err)
			ids[fmt.Sprint("cb", i)] = who.ID
		}
		scheme := assignments.Scheme{ID: store.NewID(), Name: "Phân công", ValidFrom: "2025-07-01"}
		must(tx.Create(&scheme).Error)
		kind := assignments.Kind{
			ID:          store.NewID(),
			SchemeID:    scheme.ID,
			Code:        "A1",
			Name:        "Theo dõi ấp",
			Verb:        "theo dõi, phụ trách",
			TargetTree:  units.TreeAdmin,
			TargetTypes: []string{units.Ap},
			ExactlyOne:  true,
			Coverage:    true,
		}
		must(tx.Create(&kind).Error)
		ids["scheme"], ids["kind"] = scheme.ID, kind.ID
		decision := assignments.Decision{
			ID:            store.NewID(),
			Number:        "12",
			Symbol:        "QĐ/ĐU",
			DocDate:       "2026-06-05",
			EffectiveDate: "2026-06-05",
			Issuer:        "Ban Thường vụ Đảng ủy xã",
			Subject:       "về việc phân công cấp ủy viên theo dõi ấp",
			Action:        assignments.PhanCong,
			State:         assignments.BanHanh,
		}
		for i := range 2 {
			a := assignments.Assignment{
				ID:         store.NewID(),
				KindID:     kind.ID,
				OfficerID:  ids[fmt.Sprint("cb", i)],
				TargetID:   ids[fmt.Sprint("ap", i)],
				Primary:    true,
				ValidFrom:  "2026-06-05",
				DecisionIn: decision.ID,
				SortOrder:  i,
			}
			decision.Lines = append(
				decision.Lines,
				assignments.LineIn{
					Act:          assignments.Giao,
					KindID:       kind.ID,
					OfficerID:    a.OfficerID,
					TargetID:     a.TargetID,
					Primary:      true,
					AssignmentID: a.ID,
				},
			)
			if i == 0 {
				must(tx.Create(&decision).Error)
			}
			must(tx.Create(&a).Error)
		}
		must(tx.Save(&decision).Error)
		ids["qd"] = decision.ID
		for i, result := range []activities.Result{activities.Attended, activities.Excused, activities.Attended, activities.Absent} {
			day := dates.Date(fmt.Sprintf("2026-06-%02d", 10+i))
			_, err := activities.Save(
				tx,
				activities.MeetingInput{
					Kind:      activities.People,
					State:     activities.Held,
					PlannedOn: day,
					HeldOn:    day,
					HostIDs:   []string{ids[fmt.Sprint("ap", i%2)]},
					Place:     "Nhà văn hóa ấp",
					Attendances: []activities.AttendanceInput{
						{OfficerID: ids[fmt.Sprint("cb", i%2)], Result: result, Reason: strings.Repeat("Đi học. ", i%2)},
					},
					Contributions: advised(result, ids[fmt.Sprint("cb", i%2)]),
				},
			)
			must(err)
		}
		_, err = activities.Save(
			tx,
			activities.MeetingInput{
				Kind:        activities.People,
				State:       activities.Planned,
				PlannedOn:   "2026-06-20",
				HostIDs:     []string{ids["ap0"]},
				Attendances: []activities.AttendanceInput{{OfficerID: ids["cb0"]}},
			},
		)
		must(err)
		var planned activities.Meeting
		must(tx.Where("state = ?", activities.Planned).Take(&planned).Error)
		ids["hop"] = planned.ID
		ids["phien"], err = convene(tx, ids)
		must(err)
		return nil
	})
	return ids
}

// HandOver lets one officer hand everything over to another.
func HandOver(t testing.TB, s *store.Store, from, to string) (id string) {
	t.Helper()
	storetest.Write(t, s, func(tx *store.Tx) error {
		done, err := assignments.ApplyHandover(
			tx,
			assignments.HandoverIn{
				OfficerID:   from,
				On:          "2026-12-01",
				Reason:      "luan_chuyen",
				SuccessorID: to,
				Decision: assignments.HandoverDecision{
					Number:  "15",
					Symbol:  "QĐ/ĐU",
					DocDate: "2026-11-20",
					Issuer:  "Ban Thường vụ Đảng ủy xã",
				},
			},
		)
		id = done.ID
		return err
	})
	return id
}

func advised(result activities.Result, officer string) []activities.ContributionInput {
	if result != activities.Attended {
		return nil
	}
	return []activities.ContributionInput{
		{OfficerID: officer, FieldCode: "02", Summary: "Đề nghị sớm sửa đoạn đường vào nhà văn hóa ấp 👍", Accepted: activities.AcceptedYes},
	}
}

// About chooses what a paper that needs one thing is about. It takes a reports.Need and a reports.Input, which this package may
// not name, for the tests of reports use it too.
func About[Need ~string, Input any](need Need, ids map[string]string, in Input) Input {
	subject := map[string]string{
		"unit": "unitId ap0", "officer": "officerId cb0", "meeting": "meetingId hop", "handover": "handoverId bg",
		"session": "sessionId phien",
	}[string(need)]
	if field, id, found := strings.Cut(subject, " "); found {
		if err := json.Unmarshal(fmt.Appendf(nil, "{%q: %q}", field, ids[id]), &in); err != nil {
			panic(err)
		}
	}
	return in
}
