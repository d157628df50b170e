package units

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Limits of what can be typed; far above what real lists hold, and what a line of a table can still show.
const (
	maxName   = 200
	maxShort  = 100
	maxCode   = 20
	maxSource = 500
	maxNote   = 4000
	maxCount  = 10_000_000
)

// Facts are what a version says of a unit.
type Facts struct {
	Name       string `json:"name"`
	ShortName  string `json:"shortName"`
	Type       string `json:"type"`
	Code       string `json:"code"`
	ParentID   string `json:"parentId"`   // "" = top of the tree
	Households *int64 `json:"households"` // nil = not stated
	Members    *int64 `json:"members"`    // nil = not stated
	Welfare    string `json:"welfare"`    // households only
}

// Welfare is a category of households used by social policy; it describes the place's need, not the people.
type Welfare struct {
	Code string `json:"code"`
	Word string `json:"word"`
}

// Welfares lists the categories a household may have.
var Welfares = []Welfare{{"ngheo", "Hộ nghèo"}, {"can_ngheo", "Hộ cận nghèo"}, {"chinh_sach", "Hộ chính sách"}, {"khac", "Khác"}}

func knownWelfare(code string) bool {
	for _, w := range Welfares {
		if w.Code == code {
			return true
		}
	}
	return code == ""
}

// check brings the facts to the stored form and notes what has to be corrected; what concerns other units is checked
// by rules.go.
func (in *Facts) check(tree string, f *fault.Fields) {
	in.Name, in.ShortName, in.Code = store.CleanLine(in.Name), store.CleanLine(in.ShortName), store.CleanLine(in.Code)
	t, known := TypeOf(in.Type)
	switch {
	case !known:
		f.Add("type", "Hãy chọn loại đơn vị.")
	case t.Tree != tree && t.Tree == TreeParty:
		f.Add("type", "Loại này thuộc cây tổ chức đảng; hãy chọn loại địa bàn.")
	case t.Tree != tree:
		f.Add("type", "Loại này thuộc cây địa bàn; hãy chọn loại tổ chức đảng.")
	case in.ParentID == "" && !t.Root:
		f.Add("parentId", fmt.Sprintf("Hãy chọn đơn vị cấp trên của %s.", t.Word))
	}
	switch {
	case in.Name == "":
		f.Add("name", "Hãy nhập tên đơn vị.")
	case NameProblem(in.Name) != "":
		f.Add("name", NameProblem(in.Name))
	case known:
		in.Name = fullName(in.Type, in.Name)
		checkName(in.Type, in.Name, f)
	}
	f.RefuseSigns("shortName", "Tên gọi tắt", in.ShortName)
	f.LimitText("name", "Tên", in.Name, maxName)
	f.LimitText("shortName", "Tên gọi tắt", in.ShortName, maxShort)
	f.LimitText("code", "Mã", in.Code, maxCode)
	if strings.ContainsFunc(in.Code, func(r rune) bool {
		return r > unicode.MaxASCII || !(unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".-/", r))
	}) {
		f.Add("code", "Mã chỉ gồm chữ không dấu, chữ số và dấu . - /; hãy nhập lại.")
	}
	checkCount("households", "Số hộ", in.Households, f)
	checkCount("members", "Số đảng viên", in.Members, f)
	if !knownWelfare(in.Welfare) || (in.Welfare != "" && in.Type != Ho) {
		f.Add("welfare", "Diện chính sách chỉ ghi cho hộ: hộ nghèo, hộ cận nghèo, hộ chính sách hoặc khác.")
	}
	if in.Type == Ho && in.Households != nil {
		f.Add("households", "Một hộ không ghi số hộ; hãy để trống.")
	}
}

// NameProblem says why a text is no name of a unit, whatever its type; "" when it may be one.
func NameProblem(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return "Tên phải có chữ hoặc số; hãy nhập lại."
	}
	var f fault.Fields
	f.RefuseSigns("name", "Tên", name)
	if err := f.Err(); err != nil {
		return err.Error()
	}
	return ""
}

func checkCount(field, what string, n *int64, f *fault.Fields) {
	if n != nil && (*n < 0 || *n > maxCount) {
		f.Add(field, what+" phải từ 0 đến 10.000.000; nếu chưa biết hãy để trống.")
	}
}

// checkSpan refuses days that do not exist, that lie outside living memory of the office, or that stand in the wrong order.
func checkSpan(span dates.Span, f *fault.Fields) {
	checkDay("validFrom", span.From, f)
	checkDay("validTo", span.To, f)
	if span.Empty() {
		f.Add("validTo", "Ngày kết thúc phải sau ngày bắt đầu; hãy sửa lại một trong hai ngày.")
	}
}

func checkDay(field string, day dates.Date, f *fault.Fields) {
	if day != dates.None && (!day.Valid() || day.Year() < 1900 || day.Year() > 2100) {
		f.Add(field, "Ngày không hợp lệ; hãy nhập ngày từ năm 1900 đến năm 2100, ví dụ 01/07/2025.")
	}
}

func checkSource(source *string, f *fault.Fields) {
	*source = store.CleanLine(*source)
	f.LimitText("source", "Căn cứ", *source, maxSource)
}

func checkName(typeCode, name string, f *fault.Fields) {
	bare := strings.TrimPrefix(strings.ToLower(name), lead(typeCode)+" ")
	if t := typeByCode[typeCode]; t.Tree == TreeAdmin && t.Tier == TierCommune {
		for _, other := range communes {
			if other != typeCode && strings.HasPrefix(bare, lead(other)+" ") {
				f.Add(
					"name",
					fmt.Sprintf("Tên cho thấy đây là %s nhưng loại đang chọn là %s; hãy sửa tên hoặc chọn lại loại.", Word(other), t.Word),
				)
			}
		}
	}
	if typeCode != Ho && (leadsName(Ho, name) || strings.HasPrefix(bare, lead(Ho)+" ")) {
		f.Add("name", fmt.Sprintf("Tên cho thấy đây là hộ nhưng loại đang chọn là %s; hãy sửa tên hoặc chọn loại hộ.", Word(typeCode)))
	}
	if typeCode == Ho && looksLikePerson(name) {
		f.Add("name", "Hộ được ghi bằng nhãn nơi chốn, không ghi tên người; hãy ghi như “Hộ số 12” hoặc “Hộ 12/4 đường Trần Hưng Đạo”.")
	}
}

var (
	titles      = words("ông bà anh chị cô chú bác cụ dì cậu mợ thím em gia_đình chủ_hộ")
	familyNames = words("nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh mai cao lâm thạch sơn kim")
	placeLeads  = words(
		"đường phố hẻm ngõ ngách kiệt lô tổ ấp thôn khóm khu xóm bản làng buôn cầu kênh rạch chợ đội cụm dãy nhà tầng chung_cư quốc_lộ tỉnh_lộ phường xã số",
	)
	letterOrMark = func(r rune) bool { return unicode.IsLetter(r) }
)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[strings.ReplaceAll(w, "_", " ")] = true
	}
	return m
}

// looksLikePerson tells whether a household's label, which begins with “Hộ” (see fullName), names somebody. A label must hold a
// number, and no title or family name may stand where no word such as "đường" makes it the name of a street.
func looksLikePerson(name string) bool {
	tokens := strings.FieldsFunc(
		norm.NFC.String(name),
		func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;.()–-", r) },
	)[1:]
	if !strings.ContainsFunc(name, unicode.IsDigit) {
		return true
	}
	for i, inPlace := 0, false; i < len(tokens); i++ {
		lower := strings.ToLower(tokens[i])
		pair := lower
		if i+1 < len(tokens) {
			pair += " " + strings.ToLower(tokens[i+1])
		}
		switch {
		case placeLeads[lower] || placeLeads[pair]:
			inPlace = true
		case strings.ContainsFunc(lower, unicode.IsDigit):
			inPlace = false
		case inPlace:
		case titles[lower] || titles[pair]:
			return true
		case familyNames[lower] && i+1 < len(tokens) && strings.ContainsFunc(tokens[i+1], letterOrMark):
			return true
		case startsUpper(tokens[i]) && i+1 < len(tokens) && startsUpper(tokens[i+1]):
			return true
		}
	}
	return false
}

func startsUpper(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	return unicode.IsUpper(r)
}

// version makes the row of a version from checked facts.
func (in Facts) version(unitID string, span dates.Span, source string) Version {
	return Version{ID: store.NewID(), UnitID: unitID, Name: in.Name, ShortName: in.ShortName, Type: in.Type, Code: in.Code,
		ParentID: in.ParentID, Households: in.Households, Members: in.Members, Welfare: in.Welfare,
		ValidFrom: span.From, ValidTo: span.To, Source: source, Fold: store.Fold(in.Name), SortKey: naturalKey(in.Name)}
}

func (v *Version) facts() Facts {
	return Facts{Name: v.Name, ShortName: v.ShortName, Type: v.Type, Code: v.Code, ParentID: v.ParentID,
		Households: v.Households, Members: v.Members, Welfare: v.Welfare}
}

// naturalKey orders "Tổ 2" before "Tổ 10": numbers are widened before the dictionary order is taken.
func naturalKey(name string) string {
	var b strings.Builder
	digits := ""
	flush := func() {
		if digits != "" {
			digits = strings.TrimLeft(digits, "0")
			b.WriteString(strings.Repeat("0", max(0, 6-len(digits))) + digits)
			digits = ""
		}
	}
	for _, r := range name {
		if r >= '0' && r <= '9' {
			digits += string(r)
			continue
		}
		flush()
		b.WriteRune(r)
	}
	flush()
	return store.SortKey(b.String())
}
