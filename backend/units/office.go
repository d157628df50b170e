package units

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"caunoi/backend/access"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Level is the tier of the office that uses the program. The three-tier "huyện" ended on 30/6/2025 but stays for offices
// that keep their history in it.
type Level string

const (
	LevelTinh  Level = "tinh"
	LevelHuyen Level = "huyen"
	LevelXa    Level = "xa"
)

// levelFacts are what a level decides by itself: the issuer symbol of its papers (document-format of Hướng dẫn
// 05-HD/VPTW) and the word for its office.
var levelFacts = map[Level]struct{ symbol, committee string }{
	LevelTinh:  {"TU", "Tỉnh ủy"},
	LevelHuyen: {"HU", "Huyện ủy"},
	LevelXa:    {"ĐU", "Đảng ủy"},
}

// Office is the one office whose data this folder holds. Names are written as they stand in a sentence; papers set them
// in capitals themselves.
type Office struct {
	Level    Level  `json:"level"`
	Name     string `json:"name"`     // "Huyện ủy Quới Điền": the committee whose office this is
	Superior string `json:"superior"` // "Đảng bộ tỉnh Vĩnh Long": first line of the letterhead; empty for a province
	Place    string `json:"place"`    // the place name before the date
	Symbol   string `json:"symbol"`   // issuer symbol, "HU"

	StateSuperior string `json:"stateSuperior"` // letterhead of papers in state form; empty: derived from nothing, the line is left out
	StateName     string `json:"stateName"`
	StateSymbol   string `json:"stateSymbol"`

	StateSignPosition string `json:"stateSignPosition"` // who signs papers in state form: "CHỦ TỊCH", or "PHÓ CHỦ TỊCH", who signs KT.
	StateSignName     string `json:"stateSignName"`

	SignAuthority string `json:"signAuthority"` // "T/M BAN THƯỜNG VỤ"
	SignPosition  string `json:"signPosition"`  // "PHÓ BÍ THƯ"
	SignName      string `json:"signName"`
	Contact       string `json:"contact"` // how to reach the office, at the foot of its letters; "" = not printed

	BookSignPosition string `json:"bookSignPosition"` // who signs registers and tables beside their maker; "" = the head of the office
	BookSignName     string `json:"bookSignName"`

	Archive string `json:"archive"` // last recipient, "Lưu Văn phòng Huyện ủy"

	UnitID string `json:"unitId"` // the office's own area, for "everything below us"; empty: all
	OrgID  string `json:"orgId"`  // the office's own Party organisation

	TextSize int  `json:"textSize"` // percent, one of TextSizes
	Sample   bool `json:"sample"`   // made-up data for trying out
}

// TextSizes are the sizes of the screen's text, in percent.
var TextSizes = []int{100, 115, 130, 150, 175}

const officeSetting = "office"

// TheOffice reads the office; Name is empty before the first run has ended.
func TheOffice(tx *store.Tx) (Office, error) {
	office := Office{TextSize: TextSizes[0]}
	return office, tx.Setting(officeSetting, &office)
}

// ReadyToPrint reads the office and refuses while something that stands on every paper is missing (story 1).
func ReadyToPrint(tx *store.Tx) (Office, error) {
	office, err := TheOffice(tx)
	if err != nil {
		return Office{}, err
	}
	var f fault.Fields
	if office.Name == "" {
		f.Add("name", "Chưa có tên cơ quan; hãy điền ở Hệ thống → Cơ quan trước khi in.")
	}
	if office.Superior == "" && office.Level != LevelTinh {
		f.Add("superior", "Chưa có tên cấp trên trực tiếp; hãy điền ở Hệ thống → Cơ quan trước khi in.")
	}
	if office.Place == "" {
		f.Add("place", "Chưa có địa danh ghi trước ngày tháng; hãy điền ở Hệ thống → Cơ quan trước khi in.")
	}
	return office, f.Err()
}

// StoreOffice checks and stores the office. Superior and place may stay empty until the first paper is printed.
func StoreOffice(tx *store.Tx, in Office) (Office, error) {
	lines := []struct {
		field string
		value *string
	}{
		{"name", &in.Name}, {"superior", &in.Superior}, {"place", &in.Place}, {"symbol", &in.Symbol},
		{"stateSuperior", &in.StateSuperior}, {"stateName", &in.StateName}, {"stateSymbol", &in.StateSymbol},
		{"stateSignPosition", &in.StateSignPosition}, {"stateSignName", &in.StateSignName},
		{"signAuthority", &in.SignAuthority}, {"signPosition", &in.SignPosition}, {"signName", &in.SignName}, {"archive", &in.Archive},
		{"contact", &in.Contact}, {"bookSignPosition", &in.BookSignPosition}, {"bookSignName", &in.BookSignName},
	}
	var f fault.Fields
	for _, line := range lines {
		*line.value = store.CleanLine(*line.value)
		if utf8.RuneCountInString(*line.value) > 150 {
			f.Add(line.field, "Dòng này dài quá 150 ký tự; hãy viết gọn lại.")
		}
	}
	facts, known := levelFacts[in.Level]
	if !known {
		f.Add("level", "Hãy chọn cấp của cơ quan: tỉnh, huyện hoặc xã.")
	}
	if in.Name == "" {
		f.Add("name", "Hãy nhập tên cơ quan, ví dụ: "+cmp.Or(facts.committee, "Huyện ủy")+" ….")
	}
	if wantsLevel(in.Place, in.Superior) {
		f.Add("place", "Địa danh một âm tiết, hoặc trùng tên tỉnh, thành phố, phải ghi thêm cấp hành chính ở trước (Hướng dẫn "+
			"05-HD/VPTW, mục 4.1.1). Hãy ghi, ví dụ: Phường "+in.Place+", Xã "+in.Place+".")
	}
	if in.BookSignName != "" && in.BookSignPosition == "" {
		f.Add("bookSignPosition", "Hãy ghi chức vụ của người ký sổ, biểu; hoặc bỏ họ tên để Chánh Văn phòng ký.")
	}
	if in.TextSize == 0 {
		in.TextSize = TextSizes[0]
	}
	if !slices.Contains(TextSizes, in.TextSize) {
		f.Add("textSize", "Hãy chọn cỡ chữ trong danh sách.")
	}
	if in.Symbol == "" {
		in.Symbol = facts.symbol
	}
	if in.Archive == "" {
		in.Archive = "Lưu Văn phòng " + facts.committee
	}
	if err := f.Err(); err != nil {
		return Office{}, err
	}
	return in, tx.SetSetting(officeSetting, in)
}

// levelWords stand before a place name, in full or short.
var levelWords = []string{"xã", "phường", "đặc khu", "thị trấn", "thị xã", "huyện", "quận", "thành phố", "tỉnh", "tp", "tp.", "đk", "đk."}

// wantsLevel tells that a place name must not stand alone before the date: it is one syllable, or the name of the province itself
// (HD 05, 4.1.1 c). That it is a person's name no program can tell.
func wantsLevel(place, superior string) bool {
	bare := func(text string) string {
		text = strings.ToLower(text)
		for _, word := range levelWords {
			text = strings.TrimPrefix(text, word+" ")
		}
		return text
	}
	if place == "" || bare(place) != strings.ToLower(place) {
		return false
	}
	above := strings.TrimPrefix(strings.ToLower(superior), "đảng bộ ")
	return !strings.Contains(place, " ") || bare(above) == strings.ToLower(place)
}

// Office reads the office for the settings screen.
func (s *Service) Office() (Office, error) {
	return access.Read(s.gate, "units.Office", TheOffice)
}

// SaveOffice stores what the settings screen shows. Whether the data are made up is not for the screen to say.
func (s *Service) SaveOffice(in Office) (Office, error) {
	return access.Write(s.gate, "units.SaveOffice", func(tx *store.Tx) (Office, error) {
		now, err := TheOffice(tx)
		if err != nil {
			return Office{}, err
		}
		in.Sample = now.Sample
		tx.Audit(officeSetting, "Sửa thông tin cơ quan.")
		return StoreOffice(tx, in)
	})
}
