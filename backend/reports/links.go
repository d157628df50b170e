package reports

import (
	"encoding/json"
	"net/url"
	"reflect"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
)

// The addresses inside the program that papers lead to. A list takes the filter of the very function the number comes from
// ("loc", as JSON) and the words that stand above the list ("ten"); a record takes its key. Each screen reads its address
// in one place; links_test.go and frontend/src/app/links.test.tsx read the same table of examples, so that neither side
// can change alone.
const (
	logScreen       = "/nhat-ky"
	cellsScreen     = "/ket-qua"
	mattersScreen   = "/kien-nghi"
	receptionScreen = "/kien-nghi/tiep-dan"
	registerScreen  = "/phan-cong"
	coverageScreen  = "/phan-cong/con-trong"
	decisionsScreen = "/phan-cong/quyet-dinh"
	handoverScreen  = "/phan-cong/ban-giao"
	bookingScreen   = "/lich/dang-ky"
	rulesScreen     = "/lich/nhiem-vu"
	officersScreen  = "/can-bo"
	officeScreen    = "/co-quan"
	issuersScreen   = "/the-thuc/co-quan-ban-hanh"
	reportScreen    = "/bao-cao/"
)

// logLink opens the log at the entries of a filter.
func logLink(f activities.LogFilter, words string) string { return listLink(logScreen, f, words) }

// meetingLink opens one entry of the log; "" without one.
func meetingLink(id string) string { return recordLink(logScreen+"?mo=", id) }

// cellsLink opens the occurrences of duties a number of the fulfilment counts.
func cellsLink(f fulfilment.CellsFilter, words string) string {
	return listLink(cellsScreen, f, words)
}

// mattersLink opens the list of matters at what a number counts.
func mattersLink(n matters.Number, words string) string {
	return listLink(mattersScreen, n.Filter, words)
}

// matterLink opens one matter.
func matterLink(id string) string { return recordLink(mattersScreen+"/", id) }

// receptionLink opens the reception days and dialogues of a filter.
func receptionLink(f matters.ReceptionFilter, words string) string {
	return listLink(receptionScreen, f, words)
}

// registerLink opens the register of assignments at the lines of a filter.
func registerLink(f assignments.RegisterFilter, words string) string {
	return listLink(registerScreen, f, words)
}

// coverageLink opens the coverage at the places a number of it counts.
func coverageLink(q assignments.CoverageQuery, words string) string {
	return listLink(coverageScreen, q, words)
}

// decisionLink opens a decision.
func decisionLink(id string) string { return recordLink(registerScreen+"/quyet-dinh/", id) }

// officerLink opens the page of an officer.
func officerLink(id string) string { return recordLink("/can-bo/", id) }

// unitLink opens the page of a place or Party organisation.
func unitLink(id string) string { return recordLink("/dia-ban?id=", id) }

// holderLink opens who holds an assignment: the officer, or the screen of the teams.
func holderLink(officerID, teamID string) string {
	if teamID != "" {
		return registerScreen + "/chu-truong"
	}
	return officerLink(officerID)
}

// wordingLink opens the page of a report with one paragraph of it open to be worded; without a key the page alone.
func wordingLink(name, key string, in Input) string {
	about := url.Values{}
	for key, value := range map[string]string{
		"ky": string(in.Period), "the-thuc": string(in.Form), "don-vi": in.UnitID, "ban-hanh": in.IssuerID,
	} {
		if value != "" {
			about.Set(key, value)
		}
	}
	if key != "" {
		about.Set("doan", key)
	}
	return reportScreen + name + "?" + about.Encode()
}

// sessionLink opens a session of the committee.
func sessionLink(id string) string { return recordLink("/phien-hop/", id) }

// issuedLink opens the register of papers that went out at one symbol, in the year of its day.
func issuedLink(symbol string, day dates.Date) string {
	return recordLink("/van-ban?tim=", symbol) + "&ky=" + string(dates.PeriodOf(dates.Year, day))
}

// openItemLink opens what is still open at a place, in the room that has it.
func openItemLink(item assignments.OpenItem) string {
	switch item.Code {
	case "kien_nghi", "loi_hen":
		return matterLink(item.ID)
	case "cuoc_hop", "chua_ghi":
		return meetingLink(item.ID)
	case "gop_y":
		return logLink(
			activities.LogFilter{Span: dates.Through(item.Day, item.Day), UnderID: item.TargetID, With: activities.WithAdvice},
			"Góp ý ngày "+item.Day.Show(),
		)
	}
	return unitLink(item.TargetID)
}

func recordLink(before, id string) string {
	if id == "" {
		return ""
	}
	return before + url.QueryEscape(id)
}

func listLink(screen string, filter any, words string) string {
	var loc strings.Builder
	writeNarrowing(&loc, reflect.ValueOf(filter))
	return screen + "?loc=" + url.QueryEscape(loc.String()) + "&ten=" + url.QueryEscape(words)
}

// writeNarrowing writes a filter as JSON with only what narrows in it: a paper may have tens of thousands of addresses.
func writeNarrowing(out *strings.Builder, filter reflect.Value) {
	sep := "{"
	for i := range filter.NumField() {
		value := filter.Field(i)
		if value.IsZero() {
			continue
		}
		name, _, _ := strings.Cut(filter.Type().Field(i).Tag.Get("json"), ",")
		out.WriteString(sep + `"` + name + `":`)
		sep = ","
		if value.Kind() == reflect.Struct {
			writeNarrowing(out, value)
			continue
		}
		text, _ := json.Marshal(value.Interface()) // texts, numbers and lists of texts cannot fail
		out.Write(text)
	}
	if sep == "{" {
		out.WriteString(sep)
	}
	out.WriteString("}")
}

// opened is a number that opens what it counts; none has nothing to open.
func opened(n int, to string) document.Cell {
	cell := document.CountCell(n)
	if n != 0 {
		cell.Link = to
	}
	return cell
}

// measured is a number that counts no records.
func measured(n int) document.Cell {
	return document.Cell{Text: document.Thousands(n), Number: number(n), Measure: true}
}

// leading makes a text lead to its record.
func leading(text, to string) document.Cell { return document.Cell{Text: text, Link: to} }
