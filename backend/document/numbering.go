package document

import (
	"fmt"
	"strings"

	"caunoi/backend/dates"
)

// NumberLine writes the register number: "Số 09-BC/ĐU" in the Party form (HD 05; no colon, no spaces inside),
// "Số: 09/BC-UBND" in the state form (NĐ 30, Phụ lục I). Numbers below 10 take a zero. Without a number, room for six
// characters is kept.
func NumberLine(p Profile, n Number) string {
	value := strings.Repeat(NoBreak, 6)
	if n.Value > 0 {
		value = Numeral(n.Value, n.Suffix)
	}
	label := "Số:"
	if p.IsParty() {
		label = "Số"
	}
	return label + NoBreak + SymbolText(p.Form, value, n.Type, n.Issuer)
}

// Symbol writes number and symbol as they stand in running text: "12-BC/ĐU" or "12/BC-UBND"; with "…" for a number
// not yet given.
func Symbol(p Profile, n Number) string {
	value := "…"
	if n.Value > 0 {
		value = Numeral(n.Value, n.Suffix)
	}
	return SymbolText(p.Form, value, n.Type, n.Issuer)
}

// DateLine writes "Mỹ Quí, ngày 05 tháng 02 năm 2026". Without a day it keeps room to write one by hand.
func DateLine(head Letterhead) string {
	room := strings.Repeat(NoBreak, 5)
	day := head.Date.ShowLong()
	if day == "" {
		year := room
		if head.Year > 0 {
			year = fmt.Sprint(head.Year)
		}
		day = "ngày" + room + "tháng" + room + "năm" + NoBreak + strings.TrimLeft(year, " ")
	}
	if head.Place == "" {
		return day
	}
	return head.Place + ", " + day
}

// AttachedTo writes the bracket line under an annex's title: "(Kèm theo Báo cáo số 12-BC/ĐU, ngày 05/02/2026 của …)"
// in the Party form, the day written out in the state form. typeName is the paper's type as in running text.
func AttachedTo(p Profile, typeName string, n Number, day dates.Date, issuer string) string {
	comma, when := ",", day.ShowInPaper()
	if !p.IsParty() {
		comma, when = "", day.ShowLong()
	}
	switch {
	case when == "" && p.IsParty():
		when = "ngày …/…/…"
	case when == "":
		when = "ngày … tháng … năm …"
	case p.IsParty():
		when = "ngày " + when
	}
	return "(Kèm theo " + typeName + " số " + Symbol(p, n) + comma + " " + when + " của " + issuer + ")"
}

// Numeral writes a number as it stands on paper: "05", "12a".
func Numeral(number int, suffix string) string { return fmt.Sprintf("%02d%s", number, suffix) }

// SymbolText joins number and symbol: "12-BC/HU" in the Party's form (HD 05), "12/BC-UBND" in the state's (NĐ 30). A công văn
// of the state bears no sign of its type: "05/UBND-VP".
func SymbolText(form Form, numeral, series, issuer string) string {
	if form.IsParty() {
		return numeral + "-" + SeriesText(form, series, issuer)
	}
	return numeral + "/" + SeriesText(form, series, issuer)
}

// SeriesText is what follows the number: "BC/HU" in the Party's form, "BC-UBND" in the state's.
func SeriesText(form Form, series, issuer string) string {
	if form.IsParty() && series == SeriesOfCopies {
		return series // copies bear no sign of the body that makes them (HD 05, annex 3)
	}
	if form.IsParty() {
		return JoinParts("/", series, issuer)
	}
	return JoinParts("-", series, issuer)
}
