package document

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// guideline is a set of rules for the form of papers with the first day it binds.
type guideline struct {
	from dates.Date // none: from the beginning
	name string
	set  func(p *Profile) // what differs from the newest
}

// guidelines lists for each form its rules in the order of time. That Hướng dẫn 05-HD/VPTW binds from 27/5/2026 is known
// from several papers that cite it, not from its own text: an office that knows another day saves a version from that day.
var guidelines = map[Form][]guideline{
	FormParty: {
		{"", "Hướng dẫn 36-HD/VPTW ngày 03/4/2018", func(p *Profile) {
			p.TypistCaps, p.TypistSize = true, 8
			p.RecipientSep, p.BasesEnd, p.SubmitWord, p.SubjectWord, p.SymbolQuyDinh = ",", ",", "Kính gửi", NoSubjectWord, "QĐi"
		}},
		{"2026-05-27", "Hướng dẫn 05-HD/VPTW ngày 27/5/2026", nil},
	},
	FormState: {{"", "Nghị định 30/2020/NĐ-CP ngày 05/3/2020", nil}},
	FormFront: {{"", "Nghị định 30/2020/NĐ-CP, ký hiệu riêng của Mặt trận, đoàn thể", nil}},
}

// guidelineOn gives the rules that bind a paper of a form dated day.
func guidelineOn(form Form, day dates.Date) guideline {
	all := guidelines[form]
	for i := len(all) - 1; i > 0; i-- {
		if all[i].from <= day {
			return all[i]
		}
	}
	if len(all) == 0 {
		return guideline{}
	}
	return all[0]
}

// DefaultProfile gives what the rules say of a form on a day where the office chose nothing. The guides of the Party write "uỷ",
// "hoà"; how the office writes its own name comes before that, see defaultOf.
func DefaultProfile(form Form, day dates.Date) Profile {
	p := Profile{Form: form}.Filled()
	p.OldSpelling = p.IsParty()
	if set := guidelineOn(p.Form, day).set; set != nil {
		set(&p)
	}
	return p
}

// defaultOf is DefaultProfile in the spelling in which the body writes its own name.
func defaultOf(tx *store.Tx, form Form, day dates.Date) (Profile, error) {
	p := DefaultProfile(form, day)
	office, err := units.TheOffice(tx)
	name := office.Name
	if !p.IsParty() {
		name = office.StateName
	}
	if old, told := spellingOf(name); told {
		p.OldSpelling = old
	}
	return p, err
}

// storedProfile is one version of an office's choices. Its value holds only what differs from the default of its first
// day, so that new rules reach an office in all it never chose.
type storedProfile struct {
	ID        string     `gorm:"column:id;primaryKey"`
	Form      Form       `gorm:"column:form"`
	ValidFrom dates.Date `gorm:"column:valid_from"`
	Value     string     `gorm:"column:value"`
	CreatedAt string     `gorm:"column:created_at"`
	CreatedBy string     `gorm:"column:created_by"`
}

// TableName names the table for GORM.
func (storedProfile) TableName() string { return "format_profile" }

// on gives the profile of a paper dated day while this version is the office's newest.
func (s storedProfile) on(tx *store.Tx, day dates.Date) (Profile, error) {
	p, err := defaultOf(tx, s.Form, day)
	if err != nil {
		return p, err
	}
	err = json.Unmarshal([]byte(s.Value), &p)
	p.Form = s.Form
	return p.Filled(), err
}

func storedProfiles(tx *store.Tx, form Form) ([]storedProfile, error) {
	var list []storedProfile
	return list, tx.Where("form = ?", form).Order("valid_from").Find(&list).Error
}

// profileAt picks from versions in the order of time the one in force on day.
func profileAt(tx *store.Tx, list []storedProfile, form Form, day dates.Date) (Profile, error) {
	for _, version := range slices.Backward(list) {
		if version.ValidFrom <= day {
			return version.on(tx, day)
		}
	}
	return defaultOf(tx, form, day)
}

// ProfileOf reads how a paper of a form dated day looks: what the office chose for that time, else what the rules of that
// day say. Without a day it is today.
func ProfileOf(tx *store.Tx, form Form, day dates.Date) (Profile, error) {
	if form == "" {
		form = FormParty
	}
	if day == "" {
		day = tx.Today
	}
	list, err := storedProfiles(tx, form)
	if err != nil {
		return Profile{}, err
	}
	return profileAt(tx, list, form, day)
}

// ProfileVersion is how papers look from one day to another.
type ProfileVersion struct {
	From    dates.Date `json:"from"` // first day; none: from the beginning
	To      dates.Date `json:"to"`   // last day; none: still to be replaced. Not read when saving
	Rule    string     `json:"rule"` // the rules that bind in that time
	Own     bool       `json:"own"`  // the office chose something from this very day on
	Now     bool       `json:"now"`  // in force today
	By      string     `json:"by"`
	Differs []string   `json:"differs"` // what departs from the rules' default, in words
	Profile Profile    `json:"profile"`
}

// ProfileVersions lists how papers of a form looked, look and will look, oldest first: a part begins wherever the rules change
// or the office chose something.
func ProfileVersions(tx *store.Tx, form Form) ([]ProfileVersion, error) {
	if guidelines[form] == nil {
		return nil, Profile{Form: form}.Filled().Check()
	}
	list, err := storedProfiles(tx, form)
	if err != nil {
		return nil, err
	}
	var days []dates.Date
	own := map[dates.Date]storedProfile{}
	for _, rule := range guidelines[form] {
		days = append(days, rule.from)
	}
	for _, version := range list {
		days = append(days, version.ValidFrom)
		own[version.ValidFrom] = version
	}
	slices.Sort(days)
	days = slices.Compact(days)
	versions := make([]ProfileVersion, len(days))
	for i, day := range days {
		profile, err := profileAt(tx, list, form, day)
		if err != nil {
			return nil, err
		}
		standard, err := defaultOf(tx, form, day)
		if err != nil {
			return nil, err
		}
		v := ProfileVersion{
			From:    day,
			Rule:    guidelineOn(form, day).name,
			By:      own[day].CreatedBy,
			Profile: profile,
			Differs: differences(standard, profile),
		}
		_, v.Own = own[day]
		if i+1 < len(days) {
			v.To = days[i+1].AddDays(-1)
		}
		v.Now = day <= tx.Today && (v.To == "" || tx.Today <= v.To)
		versions[i] = v
	}
	return versions, nil
}

// SaveProfile stores how papers look from a day on, or corrects the version of that day. Error: fault.CodeInvalid for what the
// rules forbid.
func SaveProfile(tx *store.Tx, p Profile, from dates.Date) error {
	if err := p.Check(); err != nil {
		return err
	}
	if from != "" && !from.Valid() {
		return fault.Invalid("from", "Ngày có hiệu lực không có thật. Hãy ghi lại theo dạng ngày/tháng/năm.")
	}
	before, err := ProfileOf(tx, p.Form, dates.Later(from, "0001-01-01"))
	if err != nil {
		return err
	}
	standard, err := defaultOf(tx, p.Form, from)
	if err != nil {
		return err
	}
	value, err := chosen(standard, p)
	if err != nil {
		return err
	}
	row := storedProfile{ID: store.NewID(), Form: p.Form, ValidFrom: from}
	if err := tx.Where("form = ? AND valid_from = ?", p.Form, from).Take(&row).Error; err != nil && !store.Missing(err) {
		return err
	}
	row.Value, row.CreatedAt, row.CreatedBy = value, tx.NowText(), tx.UserName
	what := strings.Join(differences(before, p), "; ")
	if what == "" {
		what = "không đổi cách trình bày"
	}
	tx.Audit("profile."+string(p.Form), "Lưu thể thức văn bản "+FormWords[p.Form]+" "+sinceWords(from)+": "+what+".")
	return tx.Save(&row).Error
}

// DeleteProfile takes back what the office chose from a day on. Error: fault.CodeNotFound where it chose nothing.
func DeleteProfile(tx *store.Tx, form Form, from dates.Date) error {
	gone := tx.Where("form = ? AND valid_from = ?", form, from).Delete(&storedProfile{})
	if gone.Error != nil {
		return gone.Error
	}
	if gone.RowsAffected == 0 {
		return fault.NotFound("Từ ngày này cơ quan không đặt mẫu riêng nào để xóa. Hãy tải lại danh sách.")
	}
	tx.Audit("profile."+string(form), "Xóa mẫu thể thức văn bản "+FormWords[form]+" "+sinceWords(from)+".")
	return nil
}

var FormWords = map[Form]string{FormParty: "của Đảng", FormState: "của Nhà nước", FormFront: "của Mặt trận, đoàn thể"}

func sinceWords(from dates.Date) string {
	if from == "" {
		return "từ trước đến nay"
	}
	return "có hiệu lực từ ngày " + from.Show()
}

// chosen gives as JSON what of a profile differs from a default.
func chosen(standard, p Profile) (string, error) {
	var parts [2]map[string]any
	for i, each := range []Profile{standard, p} {
		text, err := json.Marshal(each)
		if err != nil {
			return "", err
		}
		if err := json.Unmarshal(text, &parts[i]); err != nil {
			return "", err
		}
	}
	for name, value := range parts[1] {
		if parts[0][name] == value {
			delete(parts[1], name)
		}
	}
	text, err := json.Marshal(parts[1])
	return string(text), err
}

// words names each setting with its value, in the order of the screen.
func (p Profile) words() [][2]string {
	yes := func(on bool, then, otherwise string) string {
		if on {
			return then
		}
		return otherwise
	}
	subject := map[string]string{NoSubjectWord: "không có"}[p.SubjectWord]
	if subject == "" {
		subject = "“" + p.SubjectWord + "”"
	}
	return [][2]string{
		{
			"cỡ chữ nội dung",
			inPoints(p.BodySize),
		},
		{"giãn dòng", inPoints(p.Leading)},
		{"chính tả", yes(p.OldSpelling, "“uỷ, hoà”", "“ủy, hòa”")},
		{
			"in hai mặt",
			yes(p.Duplex, "có", "không"),
		},
		{"sau số mục", "“I" + strings.TrimRight(p.HeadingSep, " ") + "”"},
		{"cuối mỗi nơi nhận", "“" + p.RecipientSep + "”"},
		{
			"hết nội dung",
			"“" + p.EndMark + "”",
		},
		{"căn cứ", yes(p.BasesItalic, "in nghiêng, không gạch đầu dòng", "theo quy định")},
		{"cuối căn cứ", "“" + p.BasesEnd + "”"},
		{
			"chữ đầu trích yếu",
			yes(p.SubjectCase == "upper", "viết hoa", "theo quy định"),
		},
		{"mở đầu trích yếu công văn", subject},
		{"tờ trình mở đầu", "“" + p.SubmitWord + "”"},
		{"địa danh, ngày tháng", yes(p.DateRight, "sát lề phải", "ở giữa")},
		{"ký hiệu quy định", p.SymbolQuyDinh},
		{"người đánh máy", inPoints(p.TypistSize) + yes(p.TypistCaps, ", chữ in hoa", "")},
		{"mã kiểm tra ở chân trang đầu", yes(p.ProofMark, "có", "không")},
	}
}

func inPoints(size float64) string {
	return strings.Replace(strconv.FormatFloat(size, 'f', -1, 64), ".", ",", 1) + " pt"
}

// differences tells what of a profile departs from another.
func differences(from, to Profile) []string {
	out := []string{}
	before := from.words()
	for i, word := range to.words() {
		if word != before[i] {
			out = append(out, word[0]+" "+word[1])
		}
	}
	return out
}
