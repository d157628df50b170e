package papers

import (
	"strings"
	"unicode"

	"caunoi/backend/document"
	"caunoi/backend/units"
)

const (
	frontName  = "Ủy ban Mặt trận Tổ quốc Việt Nam"
	shortFront = "Ủy ban MTTQ Việt Nam"
)

// levelWords tell from a committee's name the area it leads.
var levelWords = [][2]string{
	{"Tỉnh ủy ", "tỉnh "},
	{"Tỉnh uỷ ", "tỉnh "},
	{"Thành ủy ", "thành phố "},
	{"Thành uỷ ", "thành phố "},
	{"Huyện ủy ", "huyện "},
	{"Huyện uỷ ", "huyện "},
	{"Quận ủy ", "quận "},
	{"Quận uỷ ", "quận "},
	{"Thị ủy ", "thị xã "},
	{"Thị uỷ ", "thị xã "},
	{"Đảng ủy ", ""},
	{"Đảng uỷ ", ""},
}

// areaName names the office's area as in a sentence, "xã Mẫu Đơn"; empty where its name does not tell it.
func areaName(o units.Office) string {
	for _, word := range levelWords {
		rest, ok := strings.CutPrefix(o.Name, word[0])
		if !ok || rest == "" {
			continue
		}
		area := word[1] + rest
		for _, unit := range []string{"tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "xã ", "phường ", "đặc khu ", "thị trấn "} {
			if strings.HasPrefix(area, unit) {
				return area
			}
		}
	}
	return ""
}

// frontAbove is the Mặt trận one level up, from the letterhead of committee or authority: "Đảng bộ tỉnh Mẫu".
func frontAbove(o units.Office) string {
	if o.Level == units.LevelTinh {
		return ""
	}
	if above, ok := strings.CutPrefix(o.Superior, "Đảng bộ "); ok {
		return shortFront + " " + above
	}
	return ""
}

// suggestIssuer follows document-format §2.3, §2.7 and §4.2: what stands above and beside each kind of body, its usual symbol and
// who signs. name is the body's own, without the committee's: "Ban Tổ chức".
func suggestIssuer(o units.Office, kind Kind, name string) Issuer {
	i := Issuer{Kind: kind, Form: document.FormParty, Superior: o.Name, Place: o.Place, Archive: o.Archive, Types: []PaperType{}}
	if forms := formsOf[kind]; len(forms) > 0 {
		i.Form = forms[0]
	}
	ofCommittee := o.Symbol
	if o.Level == units.LevelXa {
		ofCommittee = "" // in a commune only the office adds ĐU (VPĐU); its boards write BXDĐ, UBKT
	}
	switch kind {
	case OfficeOf:
		i.Name, i.Head, i.Symbol, i.SignPosition = "Văn phòng "+o.Name, "Văn phòng", "VP"+o.Symbol, headOfOffice
	case Board:
		if name == "" {
			name = "Ban Tổ chức"
			if o.Level == units.LevelXa {
				name = "Ban Xây dựng Đảng"
			}
		}
		i.Name, i.Head, i.Symbol, i.SignPosition = withCommittee(name, o.Name), name, bodySymbol(name)+ofCommittee, "TRƯỞNG BAN"
		i.Archive = "Lưu " + name
	case Inspection:
		name = "Ủy ban Kiểm tra"
		i.Name, i.Head, i.Symbol, i.SignAuthority, i.SignPosition = withCommittee(
			name,
			o.Name,
		), name, "UBKT"+ofCommittee, "T/M ỦY BAN KIỂM TRA", "CHỦ NHIỆM"
		i.Archive = "Lưu " + name
	case Cell:
		if !strings.HasPrefix(strings.ToLower(name), "chi bộ") {
			name = strings.TrimSpace("Chi bộ " + name)
		}
		i.Name, i.Head, i.Symbol, i.SignAuthority, i.SignPosition, i.Archive = name, name, "CB", "T/M CHI BỘ", "BÍ THƯ", "Lưu Chi bộ"
		if area := areaName(o); area != "" {
			i.Superior = "Đảng bộ " + area
		}
	case Congress:
		if name == "" {
			name = "Đại hội đại biểu Đảng bộ"
		}
		if area := areaName(o); area != "" && !strings.Contains(strings.ToLower(name), area) {
			i.Name = name + " " + area
		} else {
			i.Name = name
		}
		i.Superior, i.Head, i.Symbol, i.SignAuthority = o.Superior, i.Name, "ĐH", "T/M ĐOÀN CHỦ TỊCH"
	case StateBody:
		i.Name, i.Head, i.Symbol, i.Superior, i.Archive = name, name, initials(name), o.StateName, stateArchive
		switch {
		case strings.HasPrefix(strings.ToLower(name), "phòng"):
			i.SignPosition = "TRƯỞNG PHÒNG"
		case name != "":
			i.fillUsualSignature()
		}
	case Front:
		i.Name, i.Head, i.Symbol, i.Superior, i.Archive = name, name, initials(name), frontAbove(o), stateArchive
		i.SignAuthority, i.SignPosition = "TM. BAN THƯỜNG VỤ", headOfAuthority
		if area := areaName(o); area != "" {
			i.Superior = shortFront + " " + area
		}
	}
	return i
}

// withCommittee puts the committee behind a board's name where it is not there already.
func withCommittee(name, committee string) string {
	if strings.Contains(strings.ToLower(name), strings.ToLower(committee)) {
		return name
	}
	return name + " " + committee
}

// fixedSymbols are those the guide gives to bodies whatever they are called besides (HD 05, 3.1.2 b).
var fixedSymbols = [][2]string{
	{
		"ban chỉ đạo",
		"BCĐ",
	},
	{"tiểu ban", "TB"},
	{"hội đồng", "HĐ"},
	{"cơ quan ủy ban kiểm tra", "CQUBKT"},
	{"cơ quan uỷ ban kiểm tra", "CQUBKT"},
}

// bodySymbol is the symbol of an advisory body: the guide's own, else the first letters of its name.
func bodySymbol(name string) string {
	for _, fixed := range fixedSymbols {
		if strings.HasPrefix(strings.ToLower(name), fixed[0]) {
			return fixed[1]
		}
	}
	return initials(name)
}

// initials makes a symbol of a name: "Ban Tuyên giáo và Dân vận" gives BTGDV.
func initials(name string) string {
	var out strings.Builder
	for _, word := range strings.Fields(name) {
		if strings.EqualFold(word, "và") {
			continue
		}
		for _, r := range word {
			out.WriteRune(unicode.ToUpper(r))
			break
		}
	}
	return out.String()
}
