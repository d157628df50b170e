package sample

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

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
	}{{units.TierCommune, "A2", activities.Committee}, {units.TierHamlet, "A3", activities.CellRegular},
		{units.TierGroup, "A5", activities.Group}} {
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
			a := assignments.Assignment{
				ID:         g.id(),
				KindID:     g.kinds[tier.code].ID,
				OfficerID:  w.id,
				TargetID:   p.id,
				Primary:    true,
				ValidFrom:  decision.EffectiveDate,
				DecisionIn: decision.ID,
				SortOrder:  len(rows) + 1,
			}
			rows = append(rows, a)
			decision.Lines = append(
				decision.Lines,
				assignments.LineIn{
					Act:          assignments.Giao,
					KindID:       a.KindID,
					OfficerID:    w.id,
					TargetID:     p.id,
					Primary:      true,
					From:         a.ValidFrom,
					AssignmentID: a.ID,
				},
			)
			g.targets = append(g.targets, target{p, w, tier.meeting, a.ID})
		}
		if err := flush(); err != nil {
			return err
		}
	}
	return nil
}

func (g *generated) decision(number int) assignments.Decision {
	d := assignments.Decision{
		ID:            g.id(),
		Number:        fmt.Sprintf("%02d", number),
		Symbol:        "QĐ/TU",
		DocDate:       g.begin.AddDays(-20),
		EffectiveDate: g.begin,
		Issuer:        "Ban Thường vụ (mẫu)",
		Subject:       "Phân công cán bộ theo dõi, hỗ trợ, phụ trách địa bàn",
		Action:        assignments.PhanCong,
		State:         assignments.BanHanh,
		CreatedAt:     g.tx.NowText(),
	}
	d.Fold = store.Fold(d.NumberText() + " " + d.Issuer + " " + d.Subject)
	return d
}

// rowsAtOnce is how many rows one INSERT takes: the driver compiles a statement anew at each call, which for single rows
// takes as long as storing them.
const rowsAtOnce = 25

const (
	insertMeeting = `INSERT INTO meeting (id, kind, planned_on, planned_time, held_on, day, place, state, state_reason, present, total, fold, created_at) VALUES `
	insertHost    = `INSERT INTO meeting_host (meeting_id, unit_id) VALUES `
	insertPresent = `INSERT INTO attendance (id, meeting_id, officer_id, assignment_id, result, reason) VALUES `
	insertAdvice  = `INSERT INTO contribution (id, meeting_id, officer_id, field_code, summary, accepted) VALUES `
	thirteen      = `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	six           = `(?, ?, ?, ?, ?, ?)`
	two           = `(?, ?)`
)

// inserts holds each statement for one row and for many.
var inserts = [4][2]string{
	{insertMeeting + thirteen, insertMeeting + thirteen + strings.Repeat(","+thirteen, rowsAtOnce-1)},
	{insertHost + two, insertHost + two + strings.Repeat(","+two, rowsAtOnce-1)},
	{insertPresent + six, insertPresent + six + strings.Repeat(","+six, rowsAtOnce-1)},
	{insertAdvice + six, insertAdvice + six + strings.Repeat(","+six, rowsAtOnce-1)},
}

var insertWidths = [4]int{13, 2, 6, 6}

// bulk gathers rows of the four tables and writes them in the order of the references.
type bulk struct {
	pool    gorm.ConnPool
	waiting [4][]any
	rows    int // meetings gathered
}

func (b *bulk) put(table int, values ...any) { b.waiting[table] = append(b.waiting[table], values...) }

// flush writes everything gathered, a parent table before its children.
func (b *bulk) flush() error {
	for table, width := range insertWidths {
		values := b.waiting[table]
		for len(values) > 0 {
			many, n := 0, width
			if len(values) >= width*rowsAtOnce {
				many, n = 1, width*rowsAtOnce
			}
			if _, err := b.pool.ExecContext(context.Background(), inserts[table][many], values[:n]...); err != nil {
				return err
			}
			values = values[n:]
		}
		b.waiting[table] = b.waiting[table][:0]
	}
	b.rows = 0
	return nil
}

// makeLog writes one meeting a month at every place. It goes place by place, so that most indexes grow at their end.
func (g *generated) makeLog() error {
	var starts []dates.Date
	for m := range months {
		starts = append(starts, g.begin.AddMonths(m))
	}
	c := chance(11)
	now := g.tx.NowText()
	b := &bulk{pool: g.tx.Statement.ConnPool}
	for i, t := range g.targets {
		fold := store.Fold("Nhà văn hóa " + t.place.name + " " + t.worker.name)
		for _, month := range starts {
			g.event(b, t, month.AddDays(i%25), fold, now, &c)
		}
		if b.rows >= 40*rowsAtOnce {
			if err := b.flush(); err != nil {
				return err
			}
		}
	}
	return b.flush()
}

// event gathers one meeting with the officer's attendance. Nine in ten are as they should be.
func (g *generated) event(b *bulk, t target, day dates.Date, fold, now string, c *chance) {
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
	b.rows++
	b.put(
		0,
		id,
		string(t.kind),
		string(day),
		"19:00",
		string(held),
		string(day),
		"Nhà văn hóa "+t.place.name,
		string(state),
		reason,
		present,
		total,
		fold,
		now,
	)
	b.put(1, id, t.place.id)
	b.put(2, g.id(), id, t.worker.id, t.assignment, string(result), why)
	if result == activities.Attended && c.below(10) == 0 {
		a := advice[c.below(len(advice))]
		b.put(3, g.id(), id, t.worker.id, a.field, a.text, "yes")
	}
}
