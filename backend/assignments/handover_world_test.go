package assignments_test

import (
	"fmt"
	"math/rand"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// leaving is an office with planned meetings in which an officer leaves. It stands outside the package, because meetings lie
// to the right of assignments.
type leaving struct {
	store   *store.Store
	hamlets []string
	groups  []string
	people  []string
	team    string
	kind    map[string]string // by code
	next    int
}

const handedOn = dates.Date("2026-12-01")

func openLeaving(t testing.TB, people, hamlets int) *leaving {
	t.Helper()
	w := &leaving{store: storetest.Open(t), kind: map[string]string{}}
	store.Provide(w.store, assignments.Hooks(duties.HandoverHooks(), activities.HandoverHooks()))
	storetest.Write(t, w.store, func(tx *store.Tx) error {
		add := func(kind, name, parent string) string {
			ids, err := units.InsertMany(
				tx,
				[]units.NewUnit{
					{
						Tree:      units.TreeAdmin,
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
		district := add(units.Huyen, "Huyện Mẫu", "")
		commune := add(units.Xa, "Xã Mẫu", district)
		for i := range hamlets {
			w.hamlets = append(w.hamlets, add(units.Ap, fmt.Sprintf("Ấp %d", i+1), commune))
			w.groups = append(w.groups, add(units.ToNDTQ, fmt.Sprintf("Tổ nhân dân tự quản số %02d", i+1), w.hamlets[i]))
		}
		for i := range people {
			o, err := officers.Add(
				tx,
				officers.Input{
					FullName: fmt.Sprintf("Cán bộ mẫu %02d", i+1),
					Post:     officers.PostIn{Label: "Đảng ủy viên", OrgText: "Đảng ủy Mẫu", ValidFrom: "2016-01-01"},
				},
			)
			if err != nil {
				t.Fatal(err)
			}
			w.people = append(w.people, o.ID)
		}
		preset := assignments.Presets()[0].Scheme
		preset.Kinds = append(
			preset.Kinds,
			assignments.KindIn{
				Code:        "T1",
				Name:        "Tổ chỉ đạo",
				Verb:        "chỉ đạo",
				TargetTree:  units.TreeAdmin,
				TargetTypes: []string{units.Ap},
				Team:        true,
			},
		)
		scheme, err := assignments.SaveScheme(tx, preset)
		if err != nil {
			return err
		}
		for _, k := range scheme.Kinds {
			w.kind[k.Code] = k.ID
		}
		team, err := assignments.SaveTeam(tx, assignments.TeamIn{Name: "Tổ chỉ đạo mẫu", Members: []assignments.MemberIn{
			{OfficerID: w.people[0], Lead: true, ValidFrom: "2026-01-01"}, {OfficerID: w.people[1], ValidFrom: "2026-01-01"}}})
		w.team = team.ID
		return err
	})
	return w
}

// paper is a decision around lines.
func (w *leaving) paper(action assignments.Action, lines ...assignments.LineIn) assignments.DecisionIn {
	w.next++
	return assignments.DecisionIn{
		Number:        fmt.Sprint(w.next),
		Symbol:        "QĐ/ĐU",
		DocDate:       "2026-01-05",
		Issuer:        "Ban Thường vụ Đảng ủy Mẫu",
		Subject:       "phân công",
		EffectiveDate: "2026-01-05",
		Action:        action,
		LineTotal:     len(lines),
		Lines:         lines,
	}
}

func (w *leaving) give(code string, officer int, target string) assignments.LineIn {
	return assignments.LineIn{Act: assignments.Giao, KindID: w.kind[code], OfficerID: w.people[officer], TargetID: target, Primary: true}
}

// fill assigns every place at random and plans the meetings of six months, some of them joint.
func (w *leaving) fill(t testing.TB, r *rand.Rand) {
	t.Helper()
	storetest.Write(t, w.store, func(tx *store.Tx) error {
		lines := []assignments.LineIn{{Act: assignments.Giao, KindID: w.kind["T1"], TeamID: w.team, TargetID: w.hamlets[0], Primary: true}}
		for i := range w.hamlets {
			if r.Intn(5) > 0 {
				lines = append(lines, w.give("A3", r.Intn(len(w.people)), w.hamlets[i]))
			}
			lines = append(lines, w.give("A5", r.Intn(len(w.people)), w.groups[i]))
		}
		if _, err := assignments.Issue(tx, w.paper(assignments.PhanCong, lines...)); err != nil {
			return err
		}
		for _, kind := range []activities.Kind{activities.CellRegular, activities.Group} {
			if _, err := activities.PlanMany(tx, activities.PlanInput{Kind: kind, Period: "2026-H2", Day: 5 + r.Intn(20)}); err != nil {
				return err
			}
			if _, err := activities.PlanMany(tx, activities.PlanInput{Kind: kind, Period: "2027-Q1", Day: 5 + r.Intn(20)}); err != nil {
				return err
			}
		}
		for i := range 4 { // joint meetings, those in charge of both places expected
			day := handedOn.AddDays(15*i + r.Intn(15))
			hosts := []string{w.groups[r.Intn(len(w.groups))], w.hamlets[r.Intn(len(w.hamlets))]}
			in := activities.MeetingInput{Kind: activities.Dialogue, State: activities.Planned, PlannedOn: day, HostIDs: hosts}
			inCharge, err := assignments.InCharge(tx, hosts, day)
			if err != nil {
				return err
			}
			seen := map[string]bool{"": true}
			for _, list := range inCharge {
				for _, l := range list {
					if !seen[l.OfficerID] {
						seen[l.OfficerID] = true
						in.Attendances = append(in.Attendances, activities.AttendanceInput{OfficerID: l.OfficerID})
					}
				}
			}
			if _, err := activities.Save(tx, in); err != nil {
				return err
			}
		}
		return nil
	})
}

// dump is the state of the tables a handover touches, for comparing.
func (w *leaving) dump(t testing.TB) []string {
	t.Helper()
	var all []string
	storetest.Read(t, w.store, func(tx *store.Tx) error {
		for _, sql := range []string{
			"SELECT 'a' || id || officer_id || team_id || target_id || valid_from || valid_to || end_reason || end_note || decision_in || decision_out FROM assignment WHERE deleted_at = '' ORDER BY id",
			"SELECT 'm' || id || team_id || officer_id || lead || valid_from || valid_to FROM team_member ORDER BY id",
			"SELECT 'd' || id || number || action || line_total || state || lines FROM decision WHERE deleted_at = '' ORDER BY id",
			"SELECT 'p' || meeting_id || officer_id || assignment_id || result || sort_order FROM attendance ORDER BY meeting_id, officer_id",
			"SELECT 'f' || id || fold FROM meeting ORDER BY id",
			"SELECT 'c' || owner_id FROM carried WHERE owner_id NOT IN (SELECT id FROM handover)",
		} {
			var rows []string
			if err := tx.Raw(sql).Scan(&rows).Error; err != nil {
				return err
			}
			all = append(all, rows...)
		}
		return nil
	})
	return all
}
