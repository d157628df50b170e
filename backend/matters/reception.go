package matters

import (
	"fmt"

	"gorm.io/gorm/clause"

	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Kinds and states of reception days.
const (
	KindReception = "TIEP_DAN"
	KindDialogue  = "DOI_THOAI"

	DayPlanned   = "PLANNED"
	DayHeld      = "HELD"
	DayCancelled = "CANCELLED"
)

// ReceptionDay is a day on which the head receives citizens, or a dialogue. It holds counts, never who came.
type ReceptionDay struct {
	ID          string      `gorm:"column:id;primaryKey" json:"id"`
	Kind        string      `gorm:"column:kind" json:"kind"`
	HeadID      string      `gorm:"column:head_id" json:"headId"`
	Unscheduled bool        `gorm:"column:unscheduled" json:"unscheduled"` // hot, complex or with many people: does not count for the quota
	PlannedOn   dates.Date  `gorm:"column:planned_on" json:"plannedOn"`
	Place       string      `gorm:"column:place" json:"place"`
	AnnouncedOn dates.Date  `gorm:"column:announced_on" json:"announcedOn"`
	HeldOn      dates.Date  `gorm:"column:held_on" json:"heldOn"`
	State       string      `gorm:"column:state" json:"state"`
	Reason      string      `gorm:"column:reason" json:"reason"`
	Visits      *int        `gorm:"column:visits" json:"visits"`   // people or groups received; nil = not recorded
	Noted       *int        `gorm:"column:noted" json:"noted"`     // matters noted, as counted on the day
	Settled     *int        `gorm:"column:settled" json:"settled"` // answered there and then
	PublishedOn dates.Date  `gorm:"column:published_on" json:"publishedOn"`
	ExternalNo  string      `gorm:"column:external_no" json:"externalNo"` // in the register kept by law
	CreatedAt   string      `gorm:"column:created_at" json:"createdAt"`
	DeletedAt   string      `gorm:"column:deleted_at" json:"deletedAt"`
	KindWord    string      `gorm:"-" json:"kindWord"`
	StateWord   string      `gorm:"-" json:"stateWord"` // "Chưa ghi nhận" when the day passed without a record
	HeadName    string      `gorm:"-" json:"headName"`
	HeadPost    string      `gorm:"-" json:"headPost"`
	Units       []units.Ref `gorm:"-" json:"units"`
	Recorded    Number      `gorm:"-" json:"recorded"`   // matters in the register that came from it
	AnnounceBy  dates.Date  `gorm:"-" json:"announceBy"` // last day to announce a dialogue
	PublishBy   dates.Date  `gorm:"-" json:"publishBy"`  // last day to publish its result
	Warnings    []string    `gorm:"-" json:"warnings"`
}

// TableName names the table for GORM.
func (ReceptionDay) TableName() string { return "reception_day" }

// ReceptionInput is such a day as entered.
type ReceptionInput struct {
	ID          string     `json:"id"`
	Kind        string     `json:"kind"`
	HeadID      string     `json:"headId"`
	Unscheduled bool       `json:"unscheduled"`
	PlannedOn   dates.Date `json:"plannedOn"`
	Place       string     `json:"place"`
	UnitIDs     []string   `json:"unitIds"`
	AnnouncedOn dates.Date `json:"announcedOn"`
	HeldOn      dates.Date `json:"heldOn"`
	State       string     `json:"state"`
	Reason      string     `json:"reason"`
	Visits      *int       `json:"visits"`
	Noted       *int       `json:"noted"`
	Settled     *int       `json:"settled"`
	PublishedOn dates.Date `json:"publishedOn"`
	ExternalNo  string     `json:"externalNo"`
	GuardReason string     `json:"guardReason"` // code: why text that looks like a person's data is saved all the same
}

// ReceptionFilter narrows the list.
type ReceptionFilter struct {
	Span    dates.Span `json:"span"`
	Kind    string     `json:"kind"`
	HeadID  string     `json:"headId"`
	ID      string     `json:"id"`
	Deleted bool       `json:"deleted"`
}

// countedDay is the day a reception day counts for: when it was held, else when it is to be. Its parameter is heldUntil.
const countedDay = "CASE WHEN held_on <> '' AND held_on <= ? THEN held_on ELSE planned_on END"

// heldUntil is the last day of which it is known what was held: on a past day that is read nothing of a later one.
func heldUntil(tx *store.Tx) dates.Date {
	if tx.Past() {
		return tx.Today
	}
	return "9999-12-31"
}

// known leaves out of a day what came of it after the day that is read.
func (d *ReceptionDay) known(tx *store.Tx) {
	if !tx.Past() {
		return
	}
	if d.HeldOn > tx.Today {
		d.State, d.HeldOn, d.Reason, d.Visits, d.Noted, d.Settled = DayPlanned, dates.None, "", nil, nil, nil
	}
	for _, day := range []*dates.Date{&d.AnnouncedOn, &d.PublishedOn} {
		if *day > tx.Today {
			*day = dates.None
		}
	}
}

// ReceptionDays lists the days of a filter by the day they were held, or are to be: the same days the figures of that
// span count, so that the list adds up to them.
func ReceptionDays(tx *store.Tx, f ReceptionFilter) ([]ReceptionDay, error) {
	until := heldUntil(tx)
	q := tx.Where("(deleted_at <> '') = ?", f.Deleted).Limit(countLimit).
		Order(clause.OrderBy{Expression: clause.Expr{SQL: countedDay + ", id", Vars: []any{until}}})
	if f.Span.From != dates.None {
		q = q.Where(countedDay+" >= ?", until, f.Span.From)
	}
	if f.Span.To != dates.None {
		q = q.Where(countedDay+" < ?", until, f.Span.To)
	}
	for _, part := range []struct{ where, value string }{
		{"kind = ?", f.Kind}, {"head_id = ?", f.HeadID}, {"id = ?", f.ID},
	} {
		if part.value != "" {
			where := part.where
			q = q.Where(where, part.value)
		}
	}
	out := []ReceptionDay{}
	if err := q.Find(&out).Error; err != nil {
		return nil, err
	}
	c, err := newCalc(tx)
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i].known(tx)
		if err := c.completeReceptionDay(&out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// completeReceptionDay adds the words and the warnings.
func (c *calc) completeReceptionDay(d *ReceptionDay) error {
	heads, err := officers.Refs(c.tx, []string{d.HeadID}, d.PlannedOn)
	if err != nil {
		return err
	}
	var ids []string
	if err := c.tx.Table("reception_unit").Where("reception_id = ?", d.ID).Order("unit_id").Pluck("unit_id", &ids).Error; err != nil {
		return err
	}
	refs, err := units.Refs(c.tx, ids, d.PlannedOn)
	if err != nil {
		return err
	}
	d.Units, d.Warnings = []units.Ref{}, []string{}
	for _, id := range ids {
		d.Units = append(d.Units, refs[id])
	}
	d.KindWord, d.StateWord = words.receptions.Of(d.Kind), words.receptionStates.Of(d.State)
	d.HeadName, d.HeadPost = heads[d.HeadID].Name, heads[d.HeadID].Post
	if d.State == DayPlanned && d.PlannedOn < c.tx.FirstDayToCome() {
		d.StateWord = "Chưa ghi nhận"
	}
	d.Recorded.Filter = Filter{ReceptionID: d.ID}
	if d.Recorded.Value, err = Count(c.tx, d.Recorded.Filter, 0); err != nil {
		return err
	}
	if d.Kind == KindDialogue {
		c.checkDialogueTerms(d)
	}
	if d.Noted != nil && d.State == DayHeld && *d.Noted != d.Recorded.Value {
		d.Warnings = append(d.Warnings, fmt.Sprintf("Ghi nhận %d việc trong ngày, sổ kiến nghị có %d việc.", *d.Noted, d.Recorded.Value))
	}
	return nil
}

// checkDialogueTerms checks that a dialogue was announced and its result published in time.
func (c *calc) checkDialogueTerms(d *ReceptionDay) {
	if n := c.ruleOn(AnnounceRule, d.PlannedOn).Amount; n > 0 {
		d.AnnounceBy = d.PlannedOn.AddDays(-n)
		switch {
		case d.State == DayCancelled:
		case d.AnnouncedOn == dates.None && d.AnnounceBy < c.tx.Today:
			d.Warnings = append(
				d.Warnings,
				fmt.Sprintf("Chưa ghi ngày thông báo; phải thông báo trước %d ngày, chậm nhất %s.", n, d.AnnounceBy.Show()),
			)
		case d.AnnouncedOn > d.AnnounceBy:
			d.Warnings = append(d.Warnings, fmt.Sprintf("Thông báo ngày %s, chậm hơn mức trước %d ngày.", d.AnnouncedOn.Show(), n))
		}
	}
	if n := c.ruleOn(PublishRule, d.PlannedOn).Amount; n > 0 && d.State == DayHeld {
		d.PublishBy = d.HeldOn.AddDays(n)
		switch {
		case d.PublishedOn == dates.None && d.PublishBy < c.tx.Today:
			d.Warnings = append(d.Warnings, fmt.Sprintf("Chưa công bố kết quả; hạn %s.", d.PublishBy.Show()))
		case d.PublishedOn > d.PublishBy:
			d.Warnings = append(d.Warnings, fmt.Sprintf("Công bố kết quả ngày %s, sau hạn %s.", d.PublishedOn.Show(), d.PublishBy.Show()))
		}
	}
}
