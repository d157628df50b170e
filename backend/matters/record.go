package matters

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// How long texts may be, in letters, and how many voices one matter may stand for.
const (
	textLimit = 4000
	lineLimit = 300
	maxVoices = 100_000
)

// RecordStatement stores the matters of one statement, each under its own number, with what was done at once: answered on
// the spot or passed on. All of it is stored or nothing. It returns fault.CodeInvalid for what cannot be stored.
func RecordStatement(tx *store.Tx, in RecordInput) (ActionResult, error) {
	var f fault.Fields
	head := Matter{
		RaisedOn:    in.RaisedOn,
		ReceivedOn:  in.ReceivedOn,
		PlaceID:     in.PlaceID,
		MeetingID:   in.MeetingID,
		ReceptionID: in.ReceptionID,
		Origin:      in.Origin,
		ExternalRef: store.CleanLine(in.ExternalRef),
	}
	if err := checkStatement(tx, &f, &head); err != nil {
		return ActionResult{}, err
	}
	if len(in.Items) == 0 {
		f.Add("items", "Hãy ghi nội dung ý kiến, kiến nghị.")
	}
	for i := range in.Items {
		if err := checkItem(tx, &f, fmt.Sprintf("items.%d.", i), &in.Items[i], head.RaisedOn); err != nil {
			return ActionResult{}, err
		}
	}
	if err := f.Err(); err != nil {
		return ActionResult{}, err
	}
	c, err := newCalc(tx)
	if err != nil {
		return ActionResult{}, err
	}
	if len(in.Items) > 1 {
		head.StatementID = store.NewID()
	}
	ids, kept := []string{}, ""
	for i, item := range in.Items {
		m, err := c.recordMatter(head, item)
		if err != nil {
			return ActionResult{}, fault.Under(err, fmt.Sprintf("items.%d.", i))
		}
		ids = append(ids, m.ID)
		kept += guard.Kept(item.GuardReason)
	}
	out, err := c.actionResult(ids)
	if err != nil {
		return ActionResult{}, err
	}
	for _, r := range out.Items {
		if r.UrgentLate {
			out.Notices = append(
				out.Notices,
				fmt.Sprintf(
					"Kiến nghị số %s là việc khẩn nhưng đã qua ngày tiếp nhận mà chưa chuyển. Hãy chuyển ngay cơ quan công an hoặc cơ quan có thẩm quyền.",
					r.NoText,
				),
			)
		}
	}
	tx.Audit(ids[0], fmt.Sprintf("Ghi nhận kiến nghị số %s, %s.%s", listNumbers(out.Items), out.Items[0].Place, kept))
	return out, nil
}

// recordMatter stores one matter with its first steps.
func (c *calc) recordMatter(head Matter, item ItemInput) (*Matter, error) {
	m := head
	m.ID, m.CreatedAt = store.NewID(), c.tx.NowText()
	m.setItem(item)
	m.Year = m.ReceivedOn.Year()
	err := c.tx.Model(&Matter{}).Where("year = ?", m.Year).Select("COALESCE(MAX(number), 0) + 1").Scan(&m.Number).Error
	if err != nil {
		return nil, err
	}
	m.TotalVoices, m.State, m.CycleOn = m.Voices, Recorded, m.ReceivedOn
	if err := c.tx.Create(&m).Error; err != nil {
		return nil, err
	}
	if err := c.updateSearchIndex(&m); err != nil {
		return nil, err
	}
	m.State = ""
	steps, err := c.appendStep(&m, nil, Step{Event: EventRecord, Day: m.ReceivedOn, MeetingID: m.MeetingID, UnitID: m.PlaceID})
	if err != nil {
		return nil, err
	}
	switch {
	case item.OnSpot.OfficerID != "":
		_, err = c.applyStep(
			&m,
			steps,
			Step{
				Event:     EventAnswerOnSpot,
				Day:       m.ReceivedOn,
				OfficerID: item.OnSpot.OfficerID,
				Outcome:   item.OnSpot.Outcome,
				Text:      item.OnSpot.Text,
			},
		)
		err = fault.Under(err, "onSpot.")
	case item.ReferTo.BodyID != "":
		r := item.ReferTo
		if r.Day == dates.None {
			r.Day = m.ReceivedOn
		}
		var letter Letter
		letter, err = c.createLetter(ReferInput{BodyID: r.BodyID, Day: r.Day, DocNumber: r.DocNumber, DueOn: r.DueOn})
		if err == nil {
			_, err = c.applyStep(&m, steps, c.referStep(letter, r.Day, r.DueOn, false))
		}
		err = fault.Under(err, "referTo.")
	}
	return &m, err
}

// setItem writes what was typed about one matter into it.
func (m *Matter) setItem(item ItemInput) {
	m.Kind, m.FieldCode, m.CriterionID, m.Summary, m.Proposal = item.Kind, item.FieldCode, item.CriterionID, item.Summary, item.Proposal
	m.Voices, m.Households, m.Urgent, m.GuardReason = item.Voices, item.Households, item.Urgent, item.GuardReason
}

// checkStatement looks at what all matters of a statement share and completes it.
func checkStatement(tx *store.Tx, f *fault.Fields, m *Matter) error {
	if m.ReceivedOn == dates.None {
		m.ReceivedOn = m.RaisedOn
	}
	switch {
	case m.RaisedOn == dates.None:
		f.Add("raisedOn", "Hãy nhập ngày nêu ý kiến.")
	case !m.RaisedOn.Valid():
		f.Add("raisedOn", "Ngày không hợp lệ. Hãy nhập ngày/tháng/năm, ví dụ 05/11/2026.")
	case m.RaisedOn > tx.Today:
		f.Add("raisedOn", fmt.Sprintf("Ngày nêu ý kiến %s chưa tới.", m.RaisedOn.Show()))
	case !m.ReceivedOn.Valid() || m.ReceivedOn < m.RaisedOn:
		f.Add("receivedOn", "Ngày tiếp nhận phải từ ngày nêu ý kiến trở đi.")
	case m.ReceivedOn > tx.Today:
		f.Add("receivedOn", fmt.Sprintf("Ngày tiếp nhận %s chưa tới.", m.ReceivedOn.Show()))
	}
	if m.Origin.Word() == "" {
		f.Add("origin", "Hãy chọn nguồn: tại cuộc họp, đối thoại, tiếp dân, cán bộ đi cơ sở, đơn vị báo cáo hoặc kênh khác.")
	}
	if m.ExternalRef != "" && !registerNumberForm.MatchString(m.ExternalRef) {
		f.Add("externalRef", "Số ở sổ khác chỉ gồm chữ, số và các dấu / - . , tối đa 40 ký tự, ví dụ 45/2026/TCD.")
	}
	if m.PlaceID == "" {
		f.Add("placeId", "Hãy chọn địa bàn nêu ý kiến.")
		return nil
	}
	day := m.RaisedOn
	if !day.Valid() {
		day = tx.Today
	}
	place, err := units.Get(tx, m.PlaceID, day)
	switch {
	case fault.Is(err, fault.CodeNotFound):
		f.Add("placeId", "Không còn địa bàn này. Hãy chọn lại.")
	case err != nil:
		return err
	case place.Type == units.Ho:
		f.Add("placeId", "Không ghi ý kiến theo từng hộ. Hãy chọn tổ, ấp hoặc thôn nơi nêu ý kiến; số hộ liên quan ghi theo khoảng.")
	case !place.ValidOn(day):
		f.Add("placeId", fmt.Sprintf("%s không có vào ngày %s. Hãy chọn lại địa bàn.", place.Name, day.Show()))
	}
	return checkSource(tx, f, m)
}

// checkSource looks for the meeting or reception day a statement is said to come from.
func checkSource(tx *store.Tx, f *fault.Fields, m *Matter) error {
	var n int64
	if m.MeetingID != "" {
		if err := tx.Table("meeting").Where("id = ? AND deleted_at = ''", m.MeetingID).Count(&n).Error; err != nil {
			return err
		}
		if n == 0 {
			f.Add("meetingId", "Không còn cuộc họp này. Hãy chọn lại.")
		}
	}
	if m.ReceptionID != "" {
		if err := tx.Table("reception_day").Where("id = ? AND deleted_at = ''", m.ReceptionID).Count(&n).Error; err != nil {
			return err
		}
		if n == 0 {
			f.Add("receptionId", "Không còn ngày tiếp dân, đối thoại này. Hãy chọn lại.")
		}
	}
	return nil
}

// checkItem cleans one matter and refuses what cannot be stored; at is the path of its fields.
func checkItem(tx *store.Tx, f *fault.Fields, at string, item *ItemInput, raised dates.Date) error {
	item.Summary, item.Proposal, item.OnSpot.Text = store.Clean(item.Summary), store.Clean(item.Proposal), store.Clean(item.OnSpot.Text)
	if item.Voices == 0 {
		item.Voices = 1
	}
	if item.Kind.Word() == "" {
		f.Add(at+"kind", "Hãy chọn loại: kiến nghị, ý kiến, phản ánh, tranh chấp hoặc khó khăn của cơ sở.")
	}
	if item.Summary == "" {
		f.Add(at+"summary", "Hãy ghi tóm tắt nội dung.")
	}
	if item.Voices < 1 || item.Voices > maxVoices {
		f.Add(at+"voices", "Số ý kiến tương tự phải từ 1 đến 100.000.")
	}
	if item.Households != "" && BandWord(item.Households) == "" {
		f.Add(at+"households", "Số hộ liên quan chỉ ghi theo khoảng: 1, 2–5, 6–20 hoặc trên 20 hộ.")
	}
	f.LimitText(at+"summary", "Nội dung", item.Summary, textLimit)
	f.LimitText(at+"proposal", "Nội dung", item.Proposal, textLimit)
	f.LimitText(at+"onSpot.text", "Nội dung", item.OnSpot.Text, textLimit)
	if err := checkField(tx, f, at+"fieldCode", item.FieldCode, raised); err != nil {
		return err
	}
	if err := checkCriterion(tx, f, at+"criterionId", item.CriterionID, raised); err != nil {
		return err
	}
	for _, t := range []struct{ field, text string }{
		{"summary", item.Summary}, {"proposal", item.Proposal}, {"onSpot.text", item.OnSpot.Text},
	} {
		if err := guard.Field(tx, f, at+t.field, t.text, item.GuardReason); err != nil {
			return err
		}
	}
	return nil
}
