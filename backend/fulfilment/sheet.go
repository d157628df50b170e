package fulfilment

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// SheetFilter chooses an officer's sheet of a month: by its code as printed, or by officer and month.
type SheetFilter struct {
	Code      string       `json:"code"` // "PCT-2026-10-28B696", with or without spaces and small letters
	OfficerID string       `json:"officerId"`
	Month     dates.Period `json:"month"`
}

// Sheet is what the paper form of an officer's month (R5) lists beforehand. The paper and the screen on which it is typed in
// again read this one function, so that their rows stand in the same order under the same codes.
type Sheet struct {
	Code    string       `json:"code"`
	Officer officers.Ref `json:"officer"`
	Month   dates.Period `json:"month"`
	Lines   []SheetLine  `json:"lines"`
}

// SheetLine is one expected meeting.
type SheetLine struct {
	Row         string             `json:"row"` // "01", the code printed before the row
	Day         dates.Date         `json:"day"` // planned or fixed by the rule; "" = any day of the month
	Lunar       string             `json:"lunar"`
	UnitID      string             `json:"unitId"`
	Unit        string             `json:"unit"` // every host of a joint meeting
	Kind        activities.Kind    `json:"kind"`
	KindWord    string             `json:"kindWord"`
	MeetingID   string             `json:"meetingId"` // "" = neither planned nor recorded
	Outcome     activities.Outcome `json:"outcome"`
	OutcomeWord string             `json:"outcomeWord"`
	Order       dates.Date         `json:"-"` // Day, or the middle of the turn's share
}

var sheetCode = regexp.MustCompile(`^PCT-?(\d{4}-\d{2})-?([0-9A-F]{6})$`)

// OfficerSheet lists an officer's month: what the rules of duty expect, and what is planned or recorded beyond them.
func OfficerSheet(tx *store.Tx, f SheetFilter) (Sheet, error) {
	out := Sheet{Lines: []SheetLine{}}
	if f.Code != "" {
		if err := f.readCode(tx); err != nil {
			return out, err
		}
	}
	if f.Month.Kind() != dates.Month {
		return out, fault.Invalid("month", "Hãy chọn tháng của phiếu.")
	}
	span := f.Month.Span()
	who, err := officers.Refs(tx, []string{f.OfficerID}, dates.Earlier(span.Last(), dates.Later(tx.Today, span.From)))
	if err != nil {
		return out, err
	}
	if who[f.OfficerID].ID == "" {
		return out, fault.Invalid("officerId", "Hãy chọn cán bộ của phiếu.")
	}
	out.Officer, out.Month, out.Code = who[f.OfficerID], f.Month, "PCT-"+string(f.Month)+"-"+endOfID(f.OfficerID)
	if err := out.fill(tx, span); err != nil {
		return out, err
	}
	slices.SortStableFunc(out.Lines, func(a, b SheetLine) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(store.SortKey(a.Unit), store.SortKey(b.Unit)), cmp.Compare(a.Kind, b.Kind))
	})
	for i := range out.Lines {
		out.Lines[i].Row = fmt.Sprintf("%02d", i+1)
	}
	return out, nil
}

// readCode finds month and officer of a printed code. Two officers whose ids end alike are told apart by choosing by name.
func (f *SheetFilter) readCode(tx *store.Tx) error {
	found := sheetCode.FindStringSubmatch(strings.ToUpper(strings.ReplaceAll(f.Code, " ", "")))
	if found == nil {
		return fault.Invalid("code", "Mã phiếu có dạng PCT-2026-10-28B696; hãy gõ lại như trên phiếu, hoặc chọn cán bộ và tháng.")
	}
	all, err := officers.All(tx, tx.Today)
	if err != nil {
		return err
	}
	ids := []string{}
	for _, o := range all {
		if endOfID(o.ID) == found[2] {
			ids = append(ids, o.ID)
		}
	}
	if len(ids) != 1 {
		return fault.Invalid("code", "Không tìm thấy đúng một cán bộ theo mã phiếu này; hãy chọn cán bộ và tháng.")
	}
	f.OfficerID, f.Month = ids[0], dates.Period(found[1])
	return nil
}

func endOfID(id string) string {
	id = strings.ToUpper(strings.ReplaceAll(id, "-", ""))
	return id[max(0, len(id)-6):]
}

func (s *Sheet) fill(tx *store.Tx, span dates.Span) error {
	cells, err := Cells(tx, CellsFilter{Filter: Filter{Span: span, By: ByOfficer, OfficerID: s.Officer.ID}})
	if err != nil {
		return err
	}
	entries, err := activities.Log(tx, activities.LogFilter{Span: span, OfficerID: s.Officer.ID})
	if err != nil {
		return err
	}
	met := map[string]bool{}
	for _, e := range entries {
		if e.State != activities.Planned && e.State != activities.Held || len(e.Hosts) == 0 {
			met[e.ID] = true // not held: nothing to write
			continue
		}
		met[e.ID] = true
		s.Lines = append(
			s.Lines,
			SheetLine{Day: e.Day, Lunar: e.Lunar, UnitID: e.Hosts[0].ID, Unit: e.HostNames(), Kind: e.Kind, KindWord: e.KindWord,
				MeetingID: e.ID, Outcome: e.Outcome, OutcomeWord: e.OutcomeWord, Order: e.Day},
		)
	}
	for _, c := range cells.Items {
		if c.Outcome == activities.NotHeld || c.Outcome == activities.OnHold || met[c.MeetingID] {
			continue
		}
		line := SheetLine{
			UnitID:      c.UnitID,
			Unit:        c.UnitLabel,
			Kind:        c.Kind,
			KindWord:    c.KindWord,
			MeetingID:   c.MeetingID,
			Outcome:     c.Outcome,
			OutcomeWord: c.OutcomeWord,
			Order:       c.Day,
		}
		if c.MeetingID != "" {
			met[c.MeetingID] = true
		}
		if c.Due != dates.None || c.MeetingID != "" {
			line.Day, line.Lunar = c.Day, c.Lunar
		}
		s.Lines = append(s.Lines, line)
	}
	return nil
}
