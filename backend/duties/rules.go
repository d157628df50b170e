package duties

import (
	"fmt"
	"slices"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

func listRules(tx *store.Tx, f RuleFilter) (RuleList, error) {
	out := RuleList{Items: []RuleView{}}
	if f.Day == dates.None {
		f.Day = tx.Today
	}
	query := tx.Order("scheme_id, sort_order, series_id, valid_from")
	if f.SchemeID != "" {
		query = query.Where("scheme_id = ?", f.SchemeID)
	}
	if f.SeriesID != "" {
		query = query.Where("series_id = ?", f.SeriesID)
	}
	var rows []Rule
	if err := query.Find(&rows).Error; err != nil {
		return out, err
	}
	names, err := loadSchemeNames(tx)
	if err != nil {
		return out, err
	}
	versions := map[string]int{}
	for _, r := range rows {
		versions[r.SeriesID]++
	}
	for _, r := range rows {
		v := names.viewRule(r, f.Day)
		v.Versions = versions[r.SeriesID]
		if v.InForce || f.History || r.ValidFrom > f.Day { // a change to come is shown, a version past only on demand
			out.Items = append(out.Items, v)
		}
	}
	out.Total = len(out.Items)
	return out, nil
}

// schemeNames holds the names rules are shown with.
type schemeNames struct {
	schemes map[string]assignments.Scheme
	kinds   map[string]assignments.Kind
}

func loadSchemeNames(tx *store.Tx) (schemeNames, error) {
	n := schemeNames{map[string]assignments.Scheme{}, map[string]assignments.Kind{}}
	var schemes []assignments.Scheme
	if err := tx.Find(&schemes).Error; err != nil {
		return n, err
	}
	var kinds []assignments.Kind
	if err := tx.Order("sort_order, id").Find(&kinds).Error; err != nil {
		return n, err
	}
	for _, s := range schemes {
		n.schemes[s.ID] = s
	}
	for _, k := range kinds {
		n.kinds[k.ID] = k
	}
	return n, nil
}

func (n schemeNames) viewRule(r Rule, day dates.Date) RuleView {
	if r.TargetTypes == nil {
		r.TargetTypes = []string{}
	}
	return RuleView{Rule: r, SubjectWord: r.Subject.Word(), ActivityWord: r.Activity.Word(), PeriodWord: r.Period.Label(),
		CadenceText: r.Cadence(), SourceText: r.SourceText(), SchemeName: n.schemes[r.SchemeID].Name, KindName: n.kinds[r.KindID].Name,
		InForce: r.Span().Contains(day), Versions: 1}
}

// limits that keep a slip of the pen from becoming thousands of expected meetings.
const (
	maxQuota     = 31
	maxGraceDays = 60
)

// check brings a rule to its stored form or refuses it with a sentence for each field.
func (in *RuleInput) check(tx *store.Tx) (Rule, error) {
	r := Rule{SchemeID: in.SchemeID, KindID: in.KindID, Name: store.CleanLine(in.Name), Subject: in.Subject, Activity: in.Activity,
		Quota: in.Quota, Period: in.Period, FixedCalendar: in.FixedCalendar, FixedDay: in.FixedDay, FixedMonth: in.FixedMonth,
		ShortMonth: in.ShortMonth, LeapCounts: in.LeapCounts, GraceDays: in.GraceDays, CountsSubstitute: in.CountsSubstitute,
		CountsMember: in.CountsMember, PapersDays: in.PapersDays, TargetTypes: append([]string{}, in.TargetTypes...),
		ValidFrom: in.ValidFrom, ValidTo: in.ValidTo, Source: store.CleanLine(in.Source), CreatedAt: tx.NowText()}
	var f fault.Fields
	if r.Name == "" {
		f.Add("name", "Hãy nhập tên nhiệm vụ, ví dụ: Dự sinh hoạt chi bộ hằng tháng.")
	}
	f.RefuseSigns("name", "Tên nhiệm vụ", r.Name)
	f.LimitText("name", "Tên nhiệm vụ", r.Name, lineLimit)
	f.LimitText("source", "Căn cứ", r.Source, lineLimit)
	if r.Subject.Word() == "" {
		f.Add("subject", "Hãy chọn ai có nhiệm vụ: cán bộ, đơn vị tiếp nhận hay người đứng đầu.")
	}
	if r.Activity.Word() == "" {
		f.Add("activity", "Không có loại cuộc họp này; hãy chọn trong danh sách.")
	}
	if r.Quota < 1 || r.Quota > maxQuota {
		f.Add("quota", fmt.Sprintf("Số lần trong một kỳ phải từ 1 đến %d.", maxQuota))
	}
	if !r.Period.Valid() {
		f.Add(
			"period",
			"Chưa chọn chu kỳ; hãy chọn hằng tuần, hằng tháng, hằng tháng âm lịch, hằng quý, 6 tháng, hằng năm hoặc theo vụ việc.",
		)
	} else {
		checkFixed(&f, &r)
	}
	if r.GraceDays < 0 || r.GraceDays > maxGraceDays {
		f.Add("graceDays", fmt.Sprintf("Số ngày gia hạn phải từ 0 đến %d.", maxGraceDays))
	}
	if r.PapersDays < 0 || r.PapersDays > maxGraceDays {
		f.Add("papersDays", fmt.Sprintf("Số ngày gửi tài liệu trước phải từ 0 đến %d.", maxGraceDays))
	}
	checkDays(&f, r.ValidFrom, r.ValidTo, false)
	if err := r.checkPlace(tx, &f); err != nil {
		return r, err
	}
	var old Rule
	if err := tx.Where("id = ?", in.ID).Limit(1).Find(&old).Error; err != nil {
		return r, err
	}
	if err := guard.Texts(tx, &f, in.GuardReason, guard.Text{Field: "name", Text: r.Name, Stored: old.Name},
		guard.Text{Field: "source", Text: r.Source, Stored: old.Source}); err != nil {
		return r, err
	}
	return r, f.Err()
}

func checkFixed(f *fault.Fields, r *Rule) {
	switch r.FixedCalendar {
	case "":
		if r.FixedDay != 0 || r.FixedMonth != 0 {
			f.Add("fixedCalendar", "Đã ghi ngày cố định nhưng chưa chọn dương lịch hay âm lịch; hãy chọn, hoặc bỏ trống ngày.")
		}
		r.ShortMonth = ""
		return
	case "solar", "lunar":
	default:
		f.Add("fixedCalendar", "Hãy chọn ngày dương lịch, ngày âm lịch, hoặc không cố định ngày.")
		return
	}
	if err := r.Fixed().Check(r.Period); err != nil {
		f.Add("fixedDay", err.Error())
	}
	if r.FixedDay == 0 {
		f.Add("fixedDay", "Hãy nhập ngày cố định, hoặc chọn không cố định ngày.")
	}
	if r.Quota > 1 {
		f.Add("quota", "Nhiệm vụ có ngày cố định thì mỗi kỳ một lần; hãy ghi 1 lần, hoặc bỏ ngày cố định.")
	}
}

// checkPlace checks what the rule says of scheme, kind and units.
func (r *Rule) checkPlace(tx *store.Tx, f *fault.Fields) error {
	names, err := loadSchemeNames(tx)
	if err != nil {
		return err
	}
	if _, known := names.schemes[r.SchemeID]; !known {
		f.Add("schemeId", "Hãy chọn chủ trương, kế hoạch phân công.")
	}
	kind, known := names.kinds[r.KindID]
	if r.KindID != "" && (!known || kind.SchemeID != r.SchemeID) {
		f.Add("kindId", "Không có hình thức phân công này trong chủ trương đã chọn; hãy chọn lại.")
	}
	for _, code := range r.TargetTypes {
		t, exists := units.TypeOf(code)
		if !exists || known && t.Tree != kind.TargetTree {
			f.Add("targetTypes", "Có loại đơn vị không thuộc đối tượng của hình thức phân công; hãy chọn lại.")
		}
	}
	if r.Subject != OfOfficer && len(r.TargetTypes) == 0 && (!known || len(kind.TargetTypes) == 0) {
		f.Add("targetTypes", "Nhiệm vụ của đơn vị hoặc người đứng đầu cần nêu loại đơn vị; hãy chọn ít nhất một loại.")
	}
	return nil
}

func saveRule(tx *store.Tx, in RuleInput) (RuleView, error) {
	r, err := in.check(tx)
	if err != nil {
		return RuleView{}, err
	}
	if in.ID == "" {
		r.ID = store.NewID()
		r.SeriesID = r.ID
		if r.SortOrder, err = nextOrder(tx, r.SchemeID); err != nil {
			return RuleView{}, err
		}
	} else {
		old, err := getRule(tx, in.ID)
		if err != nil {
			return RuleView{}, err
		}
		r.ID, r.SeriesID, r.ReplacesID, r.SortOrder, r.CreatedAt = old.ID, old.SeriesID, old.ReplacesID, old.SortOrder, old.CreatedAt
		if err := r.checkNoOverlap(tx); err != nil {
			return RuleView{}, err
		}
	}
	if err := tx.Save(&r).Error; err != nil {
		return RuleView{}, err
	}
	tx.Audit(r.ID, "Ghi nhiệm vụ định kỳ “"+r.Name+"”: "+r.Cadence()+"."+guard.Kept(in.GuardReason))
	return viewStored(tx, r)
}

func viewStored(tx *store.Tx, r Rule) (RuleView, error) {
	names, err := loadSchemeNames(tx)
	if err != nil {
		return RuleView{}, err
	}
	v := names.viewRule(r, tx.Today)
	var n int64
	err = tx.Model(&Rule{}).Where("series_id = ?", r.SeriesID).Count(&n).Error
	v.Versions = int(n)
	return v, err
}

func getRule(tx *store.Tx, id string) (Rule, error) {
	var r Rule
	err := tx.Where("id = ?", id).Take(&r).Error
	if store.Missing(err) {
		return r, fault.NotFound("Không còn nhiệm vụ định kỳ này. Hãy tải lại danh sách.")
	}
	return r, err
}

func nextOrder(tx *store.Tx, schemeID string) (int, error) {
	var last int
	err := tx.Raw("SELECT COALESCE(max(sort_order), 0) FROM duty_rule WHERE scheme_id = ?", schemeID).Scan(&last).Error
	return last + 1, err
}

// checkNoOverlap refuses a version that shares days with another version of the same rule.
func (r *Rule) checkNoOverlap(tx *store.Tx) error {
	var others []Rule
	if err := tx.Where("series_id = ? AND id <> ?", r.SeriesID, r.ID).Find(&others).Error; err != nil {
		return err
	}
	at := slices.IndexFunc(others, func(o Rule) bool { return o.Span().Overlaps(r.Span()) })
	if at < 0 {
		return nil
	}
	return fault.Invalid(
		"validFrom",
		fmt.Sprintf("Thời gian này chồng lên một phiên bản khác của cùng nhiệm vụ (%s); hãy sửa ngày.", others[at].Span().Show()),
	)
}

// ChangeRule ends the version on the day the new one begins. Days before keep the old version.
func ChangeRule(tx *store.Tx, in RuleInput) (RuleView, error) {
	old, err := getRule(tx, in.ID)
	if err != nil {
		return RuleView{}, err
	}
	if in.ValidTo == dates.None {
		in.ValidTo = old.ValidTo
	}
	r, err := in.check(tx)
	if err != nil {
		return RuleView{}, err
	}
	switch {
	case r.SchemeID != old.SchemeID:
		return RuleView{}, fault.Invalid("schemeId", "Không chuyển nhiệm vụ sang chủ trương khác được; hãy kết thúc và thêm mới.")
	case r.ValidFrom <= old.ValidFrom:
		return RuleView{}, fault.Invalid(
			"validFrom",
			fmt.Sprintf(
				"Ngày thay đổi phải sau ngày bắt đầu của phiên bản hiện tại (%s). Nếu bản đó ghi sai, hãy dùng “Đính chính”.",
				old.ValidFrom.Show(),
			),
		)
	case old.ValidTo != dates.None && r.ValidFrom > old.ValidTo:
		return RuleView{}, fault.Invalid(
			"validFrom",
			fmt.Sprintf("Phiên bản này đã hết hiệu lực từ %s; ngày thay đổi không được sau ngày đó.", old.ValidTo.Show()),
		)
	}
	r.ID, r.SeriesID, r.ReplacesID, r.SortOrder = store.NewID(), old.SeriesID, old.ID, old.SortOrder
	old.ValidTo = r.ValidFrom
	if err := tx.Model(&old).Update("valid_to", old.ValidTo).Error; err != nil {
		return RuleView{}, err
	}
	if err := r.checkNoOverlap(tx); err != nil {
		return RuleView{}, err
	}
	if err := tx.Create(&r).Error; err != nil {
		return RuleView{}, err
	}
	tx.Audit(r.ID, fmt.Sprintf("Thay đổi nhiệm vụ định kỳ “%s” từ %s: %s.", r.Name, r.ValidFrom.Show(), r.Cadence()))
	return viewStored(tx, r)
}

func endRule(tx *store.Tx, id string, from dates.Date) error {
	r, err := getRule(tx, id)
	if err != nil {
		return err
	}
	var f fault.Fields
	if !from.Valid() {
		f.Add("from", "Hãy nhập ngày kết thúc, ví dụ 01/07/2026.")
	} else if from <= r.ValidFrom {
		f.Add("from", fmt.Sprintf("Ngày kết thúc phải sau ngày bắt đầu (%s).", r.ValidFrom.Show()))
	}
	if err := f.Err(); err != nil {
		return err
	}
	r.ValidTo = from
	if err := r.checkNoOverlap(tx); err != nil {
		return err
	}
	tx.Audit(id, fmt.Sprintf("Kết thúc nhiệm vụ định kỳ “%s” từ %s.", r.Name, from.Show()))
	return tx.Model(&r).Update("valid_to", from).Error
}
