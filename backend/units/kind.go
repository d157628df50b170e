package units

import (
	"slices"
	"strings"

	"caunoi/backend/store"
)

// The two trees. They are linked by territory, never mixed: a Party organisation is not a place.
const (
	TreeAdmin = "hanhchinh"
	TreeParty = "dang"
)

// Types of administrative units, from the province down to the household (a place with a label, never a person).
const (
	Tinh       = "TINH"
	ThanhPhoTW = "THANH_PHO_TW"
	Huyen      = "HUYEN"
	Quan       = "QUAN"
	ThiXa      = "THI_XA"
	ThanhPho   = "THANH_PHO"
	TieuVung   = "TIEU_VUNG"
	Xa         = "XA"
	Phuong     = "PHUONG"
	ThiTran    = "THI_TRAN"
	DacKhu     = "DAC_KHU"
	Ap         = "AP"
	KhuPho     = "KHU_PHO"
	KhuVuc     = "KHU_VUC"
	Thon       = "THON"
	Ban        = "BAN"
	Lang       = "LANG"
	Khom       = "KHOM"
	ToDanPho   = "TO_DAN_PHO"
	ToNDTQ     = "TO_NDTQ"
	CumHo      = "CUM_HO"
	Ho         = "HO"
)

// Types of Party organisations.
const (
	DangBoTinh  = "DANG_BO_TINH"
	DangBoHuyen = "DANG_BO_HUYEN"
	DangBoXa    = "DANG_BO_XA"
	DangBoCoSo  = "DANG_BO_CO_SO"
	ChiBoCoSo   = "CHI_BO_CO_SO"
	ChiBo       = "CHI_BO"
)

// Tiers of the administrative tree that rules speak of; a parent always stands on a smaller tier than its child, which
// is also why no circle can arise.
const (
	TierProvince  = 1
	TierDistrict  = 2
	TierSubregion = 3
	TierCommune   = 4
	TierHamlet    = 5
	TierGroup     = 6
	TierCluster   = 7
	TierHousehold = 8
)

// Type is what a unit may be at a time.
type Type struct {
	Code    string   `json:"code"`
	Tree    string   `json:"tree"`
	Word    string   `json:"word"` // as written inside a sentence: "xã", "tổ nhân dân tự quản"
	Tier    int      `json:"tier"` // 1 is the top of its tree
	Parents []string `json:"parents"`
	Root    bool     `json:"root"` // may stand at the top of the tree of an office
}

var (
	provinces = []string{Tinh, ThanhPhoTW}
	districts = []string{Huyen, Quan, ThiXa, ThanhPho}
	communes  = []string{Xa, Phuong, ThiTran, DacKhu}
	hamlets   = []string{Ap, KhuPho, KhuVuc, Thon, Ban, Lang, Khom, ToDanPho}
)

// An office of a district or a commune keeps no tree above itself, so those types may be a root.
var allTypes = []Type{
	{Tinh, TreeAdmin, "tỉnh", TierProvince, []string{}, true},
	{ThanhPhoTW, TreeAdmin, "thành phố trực thuộc trung ương", TierProvince, []string{}, true},
	{Huyen, TreeAdmin, "huyện", TierDistrict, provinces, true},
	{Quan, TreeAdmin, "quận", TierDistrict, provinces, true},
	{ThiXa, TreeAdmin, "thị xã", TierDistrict, provinces, true},
	{ThanhPho, TreeAdmin, "thành phố", TierDistrict, provinces, true},
	{TieuVung, TreeAdmin, "tiểu vùng", TierSubregion, districts, false},
	{Xa, TreeAdmin, "xã", TierCommune, slices.Concat(provinces, districts, []string{TieuVung}), true},
	{Phuong, TreeAdmin, "phường", TierCommune, slices.Concat(provinces, districts, []string{TieuVung}), true},
	{ThiTran, TreeAdmin, "thị trấn", TierCommune, slices.Concat(provinces, districts, []string{TieuVung}), true},
	{DacKhu, TreeAdmin, "đặc khu", TierCommune, provinces, true},
	{Ap, TreeAdmin, "ấp", TierHamlet, communes, false},
	{KhuPho, TreeAdmin, "khu phố", TierHamlet, communes, false},
	{KhuVuc, TreeAdmin, "khu vực", TierHamlet, communes, false},
	{Thon, TreeAdmin, "thôn", TierHamlet, communes, false},
	{Ban, TreeAdmin, "bản", TierHamlet, communes, false},
	{Lang, TreeAdmin, "làng", TierHamlet, communes, false},
	{Khom, TreeAdmin, "khóm", TierHamlet, communes, false},
	{ToDanPho, TreeAdmin, "tổ dân phố", TierHamlet, communes, false},
	{ToNDTQ, TreeAdmin, "tổ nhân dân tự quản", TierGroup, slices.Concat(communes, hamlets), false},
	{CumHo, TreeAdmin, "cụm hộ", TierCluster, slices.Concat(communes, hamlets, []string{ToNDTQ}), false},
	{Ho, TreeAdmin, "hộ", TierHousehold, slices.Concat(hamlets, []string{ToNDTQ, CumHo}), false},

	{DangBoTinh, TreeParty, "đảng bộ tỉnh", 1, []string{}, true},
	{DangBoHuyen, TreeParty, "đảng bộ huyện", 2, []string{DangBoTinh}, true},
	{DangBoXa, TreeParty, "đảng bộ xã", 3, []string{DangBoTinh, DangBoHuyen}, true},
	{DangBoCoSo, TreeParty, "đảng bộ cơ sở", 4, []string{DangBoTinh, DangBoHuyen, DangBoXa}, true},
	{ChiBoCoSo, TreeParty, "chi bộ cơ sở", 5, []string{DangBoTinh, DangBoHuyen, DangBoXa}, true},
	{ChiBo, TreeParty, "chi bộ", 6, []string{DangBoXa, DangBoCoSo}, false},
}

var typeByCode = func() map[string]Type {
	m := map[string]Type{}
	for _, t := range allTypes {
		m[t.Code] = t
	}
	return m
}()

// TypeOf gives what is known of a type code; ok is false for a code that does not exist.
func TypeOf(code string) (t Type, ok bool) { t, ok = typeByCode[code]; return t, ok }

// Word is the Vietnamese word of a type code, as inside a sentence ("xã"); the code itself when it is unknown.
func Word(code string) string {
	if t, ok := typeByCode[code]; ok {
		return t.Word
	}
	return code
}

// TypeFromWord finds the administrative type a list means by "Xã", "Thị trấn", "Thành phố thuộc tỉnh"; tier tells
// which level the column speaks of, because "thành phố" is a word of two levels. 0 takes the first that fits.
func TypeFromWord(word string, tier int) (string, bool) {
	text := marksOf(word)
	for i, t := range allTypes {
		if t.Tree == TreeAdmin && (tier == 0 || t.Tier == tier) && text.beginsWith(leads[i]) {
			return t.Code, true
		}
	}
	return "", false
}

// BeginsWith tells whether a name begins with a word. It compares with the marks where a text has any: "Phương Thịnh" is
// no phường, "Lăng Cô" no làng.
func BeginsWith(text, word string) bool { return marksOf(text).beginsWith(marksOf(word)) }

// marks is a text with and without its marks.
type marks struct{ key, fold string }

func marksOf(text string) marks { return marks{store.NameKey(text), store.FoldName(text)} }

func (m marks) beginsWith(word marks) bool {
	if m.key == m.fold {
		return startsWithWord(m.fold, word.fold)
	}
	return startsWithWord(m.key, word.key)
}

// leads are the words names begin with, in the order of allTypes.
var leads = func() []marks {
	out := make([]marks, len(allTypes))
	for i, t := range allTypes {
		out[i] = marksOf(lead(t.Code))
	}
	return out
}()

// lead is the word a name of this type begins with. Names are compared with it by their real letters, not folded:
// "Xã Phương Thịnh" is no phường, "Lăng Cô" no làng.
func lead(code string) string {
	switch code {
	case ThanhPhoTW:
		return "thành phố"
	case ToNDTQ:
		return "tổ"
	}
	return typeByCode[code].Word
}

func typeFold(code string) string { return store.Fold(lead(code)) }

func startsWithWord(text, word string) bool {
	return text == word || strings.HasPrefix(text, word+" ")
}

func leadsName(code, name string) bool { return startsWithWord(strings.ToLower(name), lead(code)) }

// fullName puts the type's word before a name that lacks it: "Quới Điền" becomes "Xã Quới Điền". Papers print names
// in full, and official lists give them so. Names of Party organisations are kept as written.
func fullName(code, name string) string {
	if name == "" || typeByCode[code].Tree != TreeAdmin || leadsName(code, name) {
		return store.UpperFirst(name)
	}
	return store.UpperFirst(lead(code)) + " " + name
}

// inSentence lowers the type's word at the head of a name: "Ấp Quí Đức A, xã Quới Điền".
func inSentence(code, name string) string {
	if typeByCode[code].Tree != TreeAdmin || !leadsName(code, name) {
		return name
	}
	first := []rune(name)
	return strings.ToLower(string(first[:1])) + string(first[1:])
}

// belowCommune tells whether a label names the unit above by itself, since such names repeat in every commune.
func belowCommune(code string) bool {
	t := typeByCode[code]
	return (t.Tree == TreeAdmin && t.Tier >= TierHamlet) || code == ChiBo
}
