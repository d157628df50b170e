package exchange

import (
	"fmt"
	"strconv"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// lineItem is one row of an annex of assignments.
type lineItem struct {
	key, officer, post, place, above, kindText string
	row                                        int
	source                                     Row

	number, symbol, issuer, subject string
	docDate, from                   dates.Date
	line                            assignments.LineIn
	label                           string // of the place once found

	judgement
	match  bool // "the one meant" may be chosen
	marked bool // its free text looks like the data of a resident
}

func (it *lineItem) fail(format string, args ...any) {
	if it.class != ClassError {
		it.class, it.reason = ClassError, fmt.Sprintf(format, args...)
	}
}

// doubt asks a person; match tells that saying "yes, this one" is possible.
func (it *lineItem) doubt(format string, args ...any) {
	if it.class == ClassNew {
		it.class, it.reason, it.match = ClassUnclear, fmt.Sprintf(format, args...), true
	}
}

// taken tells whether the row becomes an assignment.
func (it *lineItem) taken() bool {
	return it.class == ClassNew || it.class == ClassUnclear && it.decision == DecideChange
}

// linePlan is what the annex would do under one scheme.
type linePlan struct {
	tx      *store.Tx
	table   Table
	scheme  assignments.SchemeDetail
	o       WorkbookOptions
	items   []*lineItem
	skipped []Skipped
	world   map[dates.Date]*namesNow
	days    map[string]*dayColumn
}

func planLines(tx *store.Tx, t Table, scheme assignments.SchemeDetail, o WorkbookOptions) (*linePlan, error) {
	p := &linePlan{
		tx:      tx,
		table:   t,
		scheme:  scheme,
		o:       o,
		skipped: t.Skipped,
		world:   map[dates.Date]*namesNow{},
		days:    readDayColumns(t, tx.Today, o.DayOrder),
	}
	marked := false
	for _, row := range t.Rows {
		marked = marked || t.Cell(row, "primary") != ""
	}
	texts := newTextGuard(tx)
	for _, row := range t.Rows {
		it := p.read(row, marked)
		if err := it.guard(texts, o.GuardReason); err != nil {
			return nil, err
		}
		if it.class != ClassError {
			if err := p.find(it); err != nil {
				return nil, err
			}
		}
		p.items = append(p.items, it)
	}
	if err := p.markKnown(); err != nil {
		return nil, err
	}
	for _, it := range p.items {
		if it.class == ClassUnclear {
			it.decide(o)
		}
	}
	return p, nil
}

func (it *lineItem) decide(o WorkbookOptions) {
	d, own := o.Decisions[it.key]
	if !own {
		d = o.Bulk
	}
	if d == DecideSkip || d == DecideChange && it.match {
		it.decision = d
	}
}

// read takes the cells of a row without looking at the office.
func (p *linePlan) read(row Row, marked bool) *lineItem {
	cell := func(key string) string { return p.table.Cell(row, key) }
	it := &lineItem{
		key:       keyOf(kindLines, "r"+strconv.Itoa(row.Number)),
		row:       row.Number,
		source:    row,
		officer:   cell("officer"),
		post:      cell("post"),
		place:     cell("place"),
		above:     cell("above"),
		kindText:  cell("kind"),
		issuer:    cell("issuer"),
		subject:   cell("subject"),
		judgement: judgement{class: ClassNew},
	}
	it.number, it.symbol = splitNumber(cell("number"))
	it.line = assignments.LineIn{Act: assignments.Giao, Primary: !marked, Duty: cell("duty"), Note: cell("note")}
	it.label = it.place
	if marked {
		yes, understood := readPrimary(cell("primary"))
		if !understood {
			it.fail("Không hiểu “%s” ở cột “Phụ trách chính”; hãy ghi x, hoặc để trống.", cell("primary"))
		}
		it.line.Primary = yes
	}
	for key, day := range map[string]*dates.Date{"docDate": &it.docDate, "from": &it.from} {
		column := p.days[key]
		read, err := column.read(cell(key))
		if err != nil {
			it.fail("%s", err.Error())
		} else if doubt := column.doubt(cell(key), read, p.o.AsOf); doubt != "" {
			it.fail("%s", doubt)
		} else if question := column.question(read, p.o.AsOf); question != "" {
			it.doubt("%s", question)
		}
		if said := column.readAs(cell(key), read); said != "" {
			it.source.note(said)
		}
		*day = read
	}
	if it.from == dates.None {
		it.from = it.docDate
	}
	it.line.From = it.from
	switch {
	case row.Refused != "":
		it.class = ClassNew // what is wrong with the row as it stands comes before what is wrong with its days
		it.fail("%s", row.Refused)
	case it.officer == "":
		it.fail("Thiếu tên cán bộ.")
	case it.place == "":
		it.fail("Thiếu đơn vị được phân công.")
	case it.number == "":
		it.fail("Thiếu số quyết định; mỗi phân công cần có văn bản.")
	case it.docDate == dates.None:
		it.fail("Thiếu ngày quyết định.")
	case it.issuer == "":
		it.fail("Thiếu cơ quan ban hành, ví dụ: Ban Thường vụ Đảng ủy.")
	}
	return it
}

// guard looks through what may hold sentences.
func (it *lineItem) guard(texts *textGuard, reason string) error {
	said, err := texts.refusal(it.line.Duty, it.line.Note, it.subject, it.issuer)
	if it.marked = said != ""; it.marked && reason == "" && it.class != ClassError {
		it.fail("%s", said)
	}
	return err
}

// paper is what tells one decision from another.
type paper struct {
	number, symbol, issuer string
	day                    dates.Date
}

func (it *lineItem) paper() paper {
	return paper{it.number, store.Fold(it.symbol), store.Fold(it.issuer), it.docDate}
}

// markKnown recognises rows that were assigned by the same decision before, so that a completed list can be read again.
func (p *linePlan) markKnown() error {
	active, err := assignments.Active(p.tx, assignments.Filter{Span: dates.Span{From: "1930-01-01", To: "2100-12-31"}})
	if err != nil {
		return err
	}
	type held struct{ kind, officer, target, number string }
	known := map[held]bool{}
	for _, l := range active {
		known[held{l.KindID, l.OfficerID, l.TargetID, l.DecisionNumber}] = true
	}
	for _, it := range p.items {
		number := assignments.Decision{Number: it.number, Symbol: it.symbol}.NumberText()
		if it.class != ClassError && known[held{it.line.KindID, it.line.OfficerID, it.line.TargetID, number}] {
			it.class, it.reason, it.match = ClassSame, "Đã có trong sổ theo quyết định này.", false
		}
	}
	return nil
}

func (it *lineItem) shown() Line {
	l := Line{
		Key:      it.key,
		Sheet:    "Phân công",
		Row:      it.row,
		Name:     it.officer,
		Detail:   it.post,
		Parent:   it.label,
		Class:    it.class,
		Reason:   it.reason,
		Choices:  []Decision{},
		Decision: it.decision,
	}
	if it.class == ClassNew {
		l.Reason = fmt.Sprintf("QĐ %s, từ ngày %s", assignments.Decision{Number: it.number, Symbol: it.symbol}.NumberText(), it.from.Show())
	}
	l.Reason = it.source.with(l.Reason)
	if it.class == ClassUnclear {
		l.Choices = []Decision{DecideSkip}
		if it.match {
			l.Choices = []Decision{DecideChange, DecideSkip}
		}
	}
	return l
}
