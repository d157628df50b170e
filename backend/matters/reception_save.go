package matters

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// SaveReceptionDay plans a day or records how it went. It returns fault.CodeNotFound for an unknown id and fault.CodeInvalid
// for what cannot be stored.
func SaveReceptionDay(tx *store.Tx, in ReceptionInput) (ReceptionDay, error) {
	d := ReceptionDay{CreatedAt: tx.NowText()}
	if in.ID != "" {
		if err := tx.Where("id = ? AND deleted_at = ''", in.ID).Take(&d).Error; err != nil {
			if store.Missing(err) {
				return d, fault.NotFound("Không còn ngày này trong lịch. Hãy tải lại.")
			}
			return d, err
		}
	}
	d.Kind, d.HeadID, d.Unscheduled, d.PlannedOn, d.Place = in.Kind, in.HeadID, in.Unscheduled, in.PlannedOn, store.CleanLine(in.Place)
	d.AnnouncedOn, d.HeldOn, d.State, d.Reason = in.AnnouncedOn, in.HeldOn, in.State, store.CleanLine(in.Reason)
	d.Visits, d.Noted, d.Settled, d.PublishedOn, d.ExternalNo = in.Visits, in.Noted, in.Settled, in.PublishedOn, store.CleanLine(
		in.ExternalNo,
	)
	if d.State == "" {
		d.State = DayPlanned
	}
	if d.State != DayHeld {
		d.HeldOn, d.PublishedOn, d.Visits, d.Noted, d.Settled = "", "", nil, nil, nil
	} else if d.HeldOn == dates.None {
		d.HeldOn = d.PlannedOn
	}
	var f fault.Fields
	if err := d.check(tx, &f, in); err != nil {
		return d, err
	}
	if err := f.Err(); err != nil {
		return d, err
	}
	if d.ID == "" {
		d.ID = store.NewID()
	}
	if err := tx.Save(&d).Error; err != nil {
		return d, err
	}
	if err := tx.Exec("DELETE FROM reception_unit WHERE reception_id = ?", d.ID).Error; err != nil {
		return d, err
	}
	for _, id := range in.UnitIDs {
		if err := tx.Exec("INSERT OR IGNORE INTO reception_unit (reception_id, unit_id) VALUES (?, ?)", d.ID, id).Error; err != nil {
			return d, err
		}
	}
	list, err := ReceptionDays(tx, ReceptionFilter{ID: d.ID})
	if err != nil || len(list) == 0 {
		return d, err
	}
	tx.Audit(
		d.ID,
		fmt.Sprintf(
			"Ghi ngày %s %s: %s.%s",
			store.LowerFirst(list[0].KindWord),
			d.PlannedOn.Show(),
			store.LowerFirst(list[0].StateWord),
			guard.Kept(in.GuardReason),
		),
	)
	return list[0], nil
}

func (d *ReceptionDay) check(tx *store.Tx, f *fault.Fields, in ReceptionInput) error {
	if words.receptions.Of(d.Kind) == "" {
		f.Add("kind", "Hãy chọn tiếp dân hoặc đối thoại.")
	}
	if words.receptionStates.Of(d.State) == "" {
		f.Add("state", "Hãy chọn: đã lên lịch, đã tổ chức hoặc không tổ chức.")
	}
	for _, day := range []struct {
		field string
		day   dates.Date
		must  bool
		past  bool
	}{
		{"plannedOn", d.PlannedOn, true, false}, {"announcedOn", d.AnnouncedOn, false, true},
		{"heldOn", d.HeldOn, d.State == DayHeld, true}, {"publishedOn", d.PublishedOn, false, true},
	} {
		switch {
		case day.day == dates.None && day.must:
			f.Add(day.field, "Hãy nhập ngày.")
		case day.day != dates.None && !day.day.Valid():
			f.Add(day.field, "Ngày không hợp lệ. Hãy nhập ngày/tháng/năm, ví dụ 05/11/2026.")
		case day.past && day.day > tx.Today:
			f.Add(day.field, fmt.Sprintf("Ngày %s chưa tới.", day.day.Show()))
		}
	}
	if d.State == DayCancelled && d.Reason == "" {
		f.Add("reason", "Hãy ghi lý do không tổ chức.")
	}
	if d.AnnouncedOn > d.PlannedOn {
		f.Add("announcedOn", "Ngày thông báo phải trước ngày tổ chức.")
	}
	if d.PublishedOn != dates.None && d.PublishedOn < d.HeldOn {
		f.Add("publishedOn", "Ngày công bố kết quả phải sau ngày tổ chức.")
	}
	for _, n := range []struct {
		field string
		n     *int
	}{{"visits", d.Visits}, {"noted", d.Noted}, {"settled", d.Settled}} {
		if n.n != nil && (*n.n < 0 || *n.n > maxVoices) {
			f.Add(n.field, "Số phải từ 0 đến 100.000.")
		}
	}
	if d.Noted != nil && d.Settled != nil && *d.Settled > *d.Noted {
		f.Add("settled", "Số việc giải quyết tại chỗ không thể nhiều hơn số việc ghi nhận.")
	}
	if d.ExternalNo != "" && !registerNumberForm.MatchString(d.ExternalNo) {
		f.Add("externalNo", "Số ở sổ tiếp công dân chỉ gồm chữ, số và các dấu / - . , không có khoảng trắng.")
	}
	f.LimitText("place", "Nội dung", d.Place, lineLimit)
	f.LimitText("reason", "Nội dung", d.Reason, lineLimit)
	for field, text := range map[string]string{"reason": d.Reason, "place": d.Place} {
		if err := guard.Field(tx, f, field, text, in.GuardReason); err != nil {
			return err
		}
	}
	heads, err := officers.Refs(tx, []string{d.HeadID}, tx.Today)
	if err != nil {
		return err
	}
	if heads[d.HeadID].ID == "" {
		f.Add("headId", "Hãy chọn người đứng đầu chủ trì.")
	}
	known, err := units.Refs(tx, in.UnitIDs, tx.Today)
	for _, id := range in.UnitIDs {
		if known[id].ID == "" {
			f.Add("unitIds", "Có địa bàn không còn trong danh sách. Hãy chọn lại.")
		}
	}
	return err
}

func binReception(tx *store.Tx, id string, gone bool) error {
	at, word := "", "Lấy lại ngày tiếp dân, đối thoại từ thùng rác."
	if gone {
		at, word = tx.NowText(), "Bỏ ngày tiếp dân, đối thoại vào thùng rác."
	}
	tx.Audit(id, word)
	return requireOneRow(tx.Model(&ReceptionDay{}).Where("id = ?", id).Update("deleted_at", at))
}

// Quota is how much of a quota a period has met.
type Quota struct {
	Kind     string `json:"kind"`
	KindWord string `json:"kindWord"`
	Period   string `json:"period"` // in words
	Owed     int    `json:"owed"`
	Held     int    `json:"held"`
	Planned  int    `json:"planned"` // still to come, or passed without a record
	Short    int    `json:"short"`   // owed − held − planned, never negative
	Source   string `json:"source"`
}

// ReceptionQuotas tells what a month still lacks of its quotas: the head's reception days of the month, the dialogues of its year. The
// level of the office decides the quota. "" is this month. It returns fault.CodeInvalid
// for a period that is no month.
func ReceptionQuotas(tx *store.Tx, month dates.Period) ([]Quota, error) {
	if month == "" {
		month = dates.PeriodOf(dates.Month, tx.Today)
	}
	if month.Kind() != dates.Month {
		return nil, fault.Invalid("month", "Hãy chọn tháng.")
	}
	office, err := units.TheOffice(tx)
	if err != nil {
		return nil, err
	}
	c, err := newCalc(tx)
	if err != nil {
		return nil, err
	}
	code := map[units.Level]string{
		units.LevelTinh: "TIEP_DAN_TINH", units.LevelHuyen: "TIEP_DAN_HUYEN", units.LevelXa: "TIEP_DAN_XA",
	}[office.Level]
	out := []Quota{}
	for _, q := range []struct {
		kind, code string
		period     dates.Period
	}{{KindReception, code, month}, {KindDialogue, DialogueRule, dates.PeriodOf(dates.Year, month.Span().From)}} {
		r := c.ruleOn(q.code, q.period.Span().Last())
		quota := Quota{Kind: q.kind, KindWord: words.receptions.Of(q.kind), Period: q.period.Label(), Owed: r.Amount, Source: r.Source}
		var days []ReceptionDay
		if err := tx.Where("kind = ? AND deleted_at = '' AND unscheduled = 0 AND planned_on >= ? AND planned_on < ?",
			q.kind, q.period.Span().From, q.period.Span().To).
			Where("? OR planned_on <= ?", !tx.Past(), tx.Today).
			Find(&days).
			Error; err != nil {
			return nil, err
		}
		for _, d := range days {
			d.known(tx)
			switch d.State {
			case DayHeld:
				quota.Held++
			case DayPlanned:
				quota.Planned++
			}
		}
		quota.Short = max(quota.Owed-quota.Held-quota.Planned, 0)
		out = append(out, quota)
	}
	return out, nil
}

// ReceptionFigures count a period; a year is the sum of its quarters, because every day lies in exactly one.
type ReceptionFigures struct {
	Period       string `json:"period"`
	Days         int    `json:"days"` // reception days held by plan
	Unscheduled  int    `json:"unscheduled"`
	Dialogues    int    `json:"dialogues"`
	Visits       int    `json:"visits"`
	Noted        int    `json:"noted"`
	Settled      int    `json:"settled"`
	NotHeld      int    `json:"notHeld"`
	Unrecorded   int    `json:"unrecorded"`   // the day passed and nobody wrote anything
	MissingCount int    `json:"missingCount"` // held, but nobody counted
	Matters      Number `json:"matters"`      // received through the head
}

// FiguresOfReception counts the reception days and dialogues of a period by the day they were held. It returns
// fault.CodeInvalid for a period that is none.
func FiguresOfReception(tx *store.Tx, period dates.Period) (ReceptionFigures, error) {
	if !period.Valid() {
		return ReceptionFigures{}, fault.Invalid("period", "Hãy chọn kỳ báo cáo.")
	}
	span := period.Span()
	out := ReceptionFigures{Period: period.Label(), Matters: Number{Filter: Filter{Span: span, Origins: originsThroughHead}}}
	var days []ReceptionDay
	until := heldUntil(tx)
	err := tx.Where("deleted_at = '' AND "+countedDay+" >= ? AND "+countedDay+" < ?", until, span.From, until, span.To).Find(&days).Error
	if err != nil {
		return out, err
	}
	for _, d := range days {
		d.known(tx)
		switch {
		case d.State == DayCancelled:
			out.NotHeld++
			continue
		case d.State == DayPlanned:
			if d.PlannedOn < tx.FirstDayToCome() {
				out.Unrecorded++
			}
			continue
		case d.Kind == KindDialogue:
			out.Dialogues++
		case d.Unscheduled:
			out.Unscheduled++
		default:
			out.Days++
		}
		if d.Visits == nil || d.Noted == nil {
			out.MissingCount++
		}
		for _, sum := range []struct {
			into *int
			n    *int
		}{{&out.Visits, d.Visits}, {&out.Noted, d.Noted}, {&out.Settled, d.Settled}} {
			if sum.n != nil {
				*sum.into += *sum.n
			}
		}
	}
	out.Matters.Value, err = Count(tx, out.Matters.Filter, 0)
	return out, err
}
