package reports

import (
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
)

// placeOf names where a matter was raised with the unit above, unless the name says it already.
func placeOf(r matters.Row) string {
	if r.PlaceAbove == "" || strings.Contains(strings.ToLower(r.Place), strings.ToLower(r.PlaceAbove)) {
		return r.Place
	}
	return r.Place + ", " + r.PlaceAbove
}

// contentOf writes what was said and what is asked for, and notes both for the guard.
func (p Paper) contentOf(r matters.Row) string {
	p.noteFreeText("kiến nghị số "+r.NoText, r.Summary, r.GuardReason)
	p.noteFreeText("kiến nghị số "+r.NoText, r.Proposal, r.GuardReason)
	if r.Proposal == "" {
		return r.Summary
	}
	return r.Summary + "\nĐề nghị: " + r.Proposal
}

// few is what a paper for the public shows instead of a count that could point at one household.
const few = "dưới 3"

// publicVoices counts the like opinions for a paper read outside the office, as the register does: those merged into the matter stand
// there under their own numbers. Where one household is concerned, or so few
// voices that it may be one, the number itself is left out.
func publicVoices(r matters.Row) document.Cell {
	if r.Households == "1" || (r.Households == "" && r.Voices < 3) {
		return document.Cell{Text: few}
	}
	return measured(r.Voices)
}

func dateCell(day dates.Date) document.Cell { return document.Cell{Text: day.ShowInPaper(), Date: day} }

// dueCell shows a deadline, or that none was set.
func dueCell(day dates.Date) document.Cell {
	if day == dates.None {
		return document.Cell{Text: "chưa ấn định"}
	}
	return dateCell(day)
}

// runningDue shows a deadline of a matter and, while it runs, that it crosses a year whose days off nobody entered.
func runningDue(day dates.Date, r matters.Row) document.Cell {
	if day == dates.None || day != r.Due && r.RepliedOn != dates.None {
		return dateCell(day)
	}
	return document.Cell{Text: joinLines(day.ShowInPaper(), r.CalendarNote), Date: day}
}

// received tells how many opinions and proposals there are: "03 ý kiến, kiến nghị".
func received(n int) string { return document.TwoDigits(n) + " ý kiến, kiến nghị" }

// bodyLabel is the name of a body inside a sentence.
func bodyLabel(name string) string {
	if name == "" {
		return "quý cơ quan"
	}
	return name
}
