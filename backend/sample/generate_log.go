package sample

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// makeAssignments gives every place an officer by decisions of the commune or district it lies in.
func (g *generated) makeAssignments() error {
	presets := assignments.Presets()
	i := slices.IndexFunc(presets, func(p assignments.Preset) bool { return p.Code == "ben_tre" })
	scheme := presets[i].Scheme
	scheme.Preset = presets[i].Code
	saved, err := assignments.SaveScheme(g.tx, scheme)
	if err != nil {
		return err
	}
	for _, k := range saved.Kinds {
		g.kinds[k.Code] = k.Kind
	}
	number := 0
	for _, tier := range []struct {
		tier    int
		code    string
		meeting activities.Kind
	}{{units.TierCommune, "A2", activities.Committee}, {units.TierHamlet, "A3", activities.CellRegular}, {units.TierGroup, "A5", activities.Group}} {
		var decision assignments.Decision
		var rows []assignments.Assignment
		last := "none"
		flush := func() error {
			if len(rows) == 0 {
				return nil
			}
			decision.LineTotal, decision.LineCount = len(rows), len(rows)
			if err := g.tx.Create(&decision).Error; err != nil {
				return err
			}
			err := g.tx.CreateInBatches(&rows, 200).Error
			rows = nil
			return err
		}
		list, workers := g.places[tier.tier], g.byTier[tier.tier]
		for i, p := range list {
			if len(rows) >= 200 || p.parentID != last && len(rows) >= 50 {
				if err := flush(); err != nil {
					return err
				}
			}
			if len(rows) == 0 {
				number++
				decision = g.decision(number)
			}
			last = p.parentID
			w := workers[i*len(workers)/len(list)]
			a := assignments.Assignment{ID: g.id(), KindID: g.kinds[tier.code].ID, OfficerID: w.id, TargetID: p.id, Primary: true, ValidFrom: decision.EffectiveDate, DecisionIn: decision.ID, SortOrder: len(rows) + 1}
			rows = append(rows, a)
			decision.Lines = append(decision.Lines, assignments.LineIn{Act: assignments.Giao, KindID: a.KindID, OfficerID: w.id, TargetID: p.id, Primary: true, From: a.ValidFrom, AssignmentID: a.ID})
			g.targets = append(g.targets, target{p, w, tier.meeting, a.ID})
		}
		if err := flush(); err != nil {
			return err
		}
	}
	return nil
}

func (g *generated) decision(number int) assignments.Decision {
	d := assignments.Decision{ID: g.id(), Number: fmt.Sprintf("%02d", number), Symbol: "QĐ/TU", DocDate: g.begin.AddDays(-20), EffectiveDate: g.begin,
		Issuer: "Ban Thường vụ (mẫu)", Subject: "Phân công cán bộ theo dõi, hỗ trợ, phụ trách địa bàn", Action: assignments.PhanCong, State: assignments.BanHanh, CreatedAt: g.tx.NowText()}
	d.Fold = store.Fold(d.NumberText() + " " + d.Issuer + " " + d.Subject)
	return d
}

const (
	insertMeeting = `INSERT INTO meeting (id, kind, planned_on, planned_time, held_on, day, place, state, state_reason, present, total, fold, created_at)
VALUES (?, ?, ?, '19:00', ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertHost       = `INSERT INTO meeting_host (meeting_id, unit_id) VALUES (?, ?)`
	insertAttendance = `INSERT INTO attendance (id, meeting_id, officer_id, assignment_id, result, reason) VALUES (?, ?, ?, ?, ?, ?)`
	insertAdvice     = `INSERT INTO contribution (id, meeting_id, officer_id, field_code, summary, accepted) VALUES (?, ?, ?, ?, ?, 'yes')`
)

// makeLog writes one meeting a month at every place. It goes place by place, so that most indexes grow at their end.
func (g *generated) makeLog() error {
	var prepared [4]*sql.Stmt
	for i, text := range []string{insertMeeting, insertHost, insertAttendance, insertAdvice} {
		stmt, err := g.tx.Statement.ConnPool.PrepareContext(context.Background(), text)
		if err != nil {
			return err
		}
		defer stmt.Close()
		prepared[i] = stmt
	}
	var starts []dates.Date
	for m := range months {
		starts = append(starts, g.begin.AddMonths(m))
	}
	c := chance(11)
	now := g.tx.NowText()
	for i, t := range g.targets {
		fold := store.Fold("Nhà văn hóa " + t.place.name + " " + t.worker.name)
		for _, month := range starts {
			if err := g.event(prepared, t, month.AddDays(i%25), fold, now, &c); err != nil {
				return err
			}
		}
	}
	return nil
}

// event writes one meeting with the officer's attendance. Nine in ten are as they should be.
func (g *generated) event(stmt [4]*sql.Stmt, t target, day dates.Date, fold, now string, c *chance) error {
	state, held, reason, why, result := activities.Held, day, "", "", activities.Attended
	var present, total any = 18 + c.below(10), 30
	switch draw := c.below(100); {
	case day >= g.tx.Today || draw >= 98:
		state, held, result, present, total = activities.Planned, "", "", nil, nil
	case draw >= 96:
		state, held, result, present, total, reason = activities.Cancelled, "", "", nil, nil, "Mưa bão"
	case draw >= 94:
		result = activities.Absent
	case draw >= 90:
		result, why = activities.Excused, "Họp đột xuất"
	}
	id := g.id()
	if _, err := stmt[0].Exec(id, string(t.kind), string(day), string(held), string(day), "Nhà văn hóa "+t.place.name, string(state), reason, present, total, fold, now); err != nil {
		return err
	}
	if _, err := stmt[1].Exec(id, t.place.id); err != nil {
		return err
	}
	if _, err := stmt[2].Exec(g.id(), id, t.worker.id, t.assignment, string(result), why); err != nil {
		return err
	}
	if result != activities.Attended || c.below(10) > 0 {
		return nil
	}
	a := advice[c.below(len(advice))]
	_, err := stmt[3].Exec(g.id(), id, t.worker.id, a.field, a.text)
	return err
}
