package sample

import (
	"fmt"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/issuing"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
)

// serials gives the papers of the office numbers in the order of their days, though they are made matter by matter: a first
// round notes the days, the second takes the numbers.
type serials struct {
	days  map[string][]dates.Date
	given map[string][]int // nil in the first round
	taken map[string]int
}

func newSerials() *serials {
	return &serials{days: map[string][]dates.Date{}, taken: map[string]int{}}
}

// firstNumber is where the papers of the made-up matters begin: the office was at work before.
const firstNumber = 118

func (s *serials) next(series string, day dates.Date) string {
	if s.given == nil {
		s.days[series] = append(s.days[series], day)
		return ""
	}
	s.taken[series]++
	return fmt.Sprintf("%d-%s", s.given[series][s.taken[series]-1], series)
}

func (s *serials) give() {
	s.given = map[string][]int{}
	for series, days := range s.days {
		order := make([]int, len(days))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return days[a].Sub(days[b]) })
		numbers := make([]int, len(days))
		for rank, i := range order {
			numbers[i] = firstNumber + rank
		}
		s.given[series] = numbers
	}
}

// makePapers fills the register of papers that went out: reports of the last months written elsewhere, with a number nobody
// has, one withdrawn; a paper of the authority; and two reports and a letter issued by the program itself.
func (o *office) makePapers() error {
	month := func(back int) dates.Period { return dates.PeriodOf(dates.Month, o.today.MonthStart().AddMonths(-back)) }
	signed := func(back int) dates.Date { return dates.Earlier(month(back).Span().To.AddDays(4), o.today) }
	for _, p := range []struct {
		form                  document.Form
		series, kind, subject string
		number, back          int
		withdrawn             string
	}{
		{document.FormParty, "BC", "Báo cáo", "về công tác theo dõi, hỗ trợ cơ sở", 27, 5, ""},
		{document.FormParty, "BC", "Báo cáo", "về công tác theo dõi, hỗ trợ cơ sở", 28, 4, ""},
		{document.FormParty, "BC", "Báo cáo", "về công tác theo dõi, hỗ trợ cơ sở", 30, 3, ""}, // nobody has 29
		{document.FormParty, "TB", "Thông báo", "về lịch sinh hoạt chi bộ", 14, 3, "Ghi sai tháng, đã ban hành thông báo thay thế"},
		{document.FormParty, "TB", "Thông báo", "về lịch sinh hoạt chi bộ, thay thông báo trước", 15, 3, ""},
		{document.FormState, "BC", "Báo cáo", "về giải quyết kiến nghị của cử tri", 46, 2, ""},
	} {
		in := papers.OutsideInput{
			Form:       p.form,
			Series:     p.series,
			Number:     p.number,
			Day:        signed(p.back),
			TypeName:   p.kind,
			Subject:    p.subject + ", " + month(p.back).Label(),
			Signer:     "Trần Mẫu Bình (T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ)",
			Recipients: []string{"Ban Thường vụ Tỉnh ủy (b/c)", "Lưu Văn phòng Huyện ủy"},
			Copies:     20,
			Pages:      4,
		}
		if p.form == document.FormState {
			in.Signer, in.Recipients = "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH", []string{"Ủy ban nhân dân tỉnh Bến Tre", "Lưu: VT"}
		}
		made, err := papers.RecordFromOutside(o.tx, in)
		if err != nil {
			return fmt.Errorf("sample paper %s %d: %w", p.series, p.number, err)
		}
		if p.withdrawn != "" {
			if _, err := papers.CancelPaper(o.tx, made.ID, p.withdrawn); err != nil {
				return err
			}
		}
	}
	for _, in := range []reports.Input{
		{Report: "R20", Period: month(2), Date: signed(2), Copies: 25},
		{Report: "R20", Period: month(1), Date: signed(1), Copies: 25},
		{Report: "R10", Period: month(1)},
	} {
		if _, err := issuing.Seal(o.tx, issuing.IssueInput{Input: in}); err != nil {
			return fmt.Errorf("sample paper %s: %w", in.Report, err)
		}
	}
	return nil
}
