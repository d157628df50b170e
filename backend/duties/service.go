package duties

import (
	"fmt"
	"strconv"
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Service is what the page calls.
type Service struct {
	gate    *access.Gate
	changed []DaysOffChanged
}

// DaysOffChanged is told in the same transaction that the days off have changed, and by what; it says in a sentence for the
// trail what it changed itself, "" when nothing.
type DaysOffChanged func(tx *store.Tx, cause string) (string, error)

// New makes the service; it touches no disk. changed are rooms to the right that keep deadlines which follow from the days
// off.
func New(gate *access.Gate, changed ...DaysOffChanged) *Service {
	return &Service{gate, changed}
}

// tell lets the rooms to the right follow a change of the days off and writes the line of the trail.
func (s *Service) tell(tx *store.Tx, cause string) error {
	said := cause
	for _, follow := range s.changed {
		more, err := follow(tx, cause)
		if err != nil {
			return err
		}
		if more != "" {
			said += " " + more
		}
	}
	tx.Audit("", said)
	return nil
}

// RuleView is a rule as lists show it.
type RuleView struct {
	Rule
	SubjectWord  string `json:"subjectWord"`
	ActivityWord string `json:"activityWord"`
	PeriodWord   string `json:"periodWord"`
	CadenceText  string `json:"cadenceText"` // the whole rule in words
	SourceText   string `json:"sourceText"`
	SchemeName   string `json:"schemeName"`
	KindName     string `json:"kindName"` // "" = every kind
	InForce      bool   `json:"inForce"`  // on the day of the filter
	Versions     int    `json:"versions"` // of the series
}

// RuleFilter chooses rules; what is left empty does not narrow.
type RuleFilter struct {
	SchemeID string     `json:"schemeId"`
	SeriesID string     `json:"seriesId"` // all versions of one rule
	Day      dates.Date `json:"day"`      // "" = today
	History  bool       `json:"history"`  // also versions not in force on the day
}

// RuleList is the answer to a RuleFilter.
type RuleList struct {
	Items []RuleView `json:"items"`
	Total int        `json:"total"`
}

// RuleInput is a rule as typed. An empty ID adds a rule; an ID corrects that version.
type RuleInput struct {
	ID               string               `json:"id"`
	SchemeID         string               `json:"schemeId"`
	KindID           string               `json:"kindId"`
	Name             string               `json:"name"`
	Subject          Subject              `json:"subject"`
	Activity         Activity             `json:"activity"`
	Quota            int                  `json:"quota"`
	Period           dates.Cadence        `json:"period"`
	FixedCalendar    string               `json:"fixedCalendar"`
	FixedDay         int                  `json:"fixedDay"`
	FixedMonth       int                  `json:"fixedMonth"`
	ShortMonth       dates.ShortMonthRule `json:"shortMonth"`
	LeapCounts       bool                 `json:"leapCounts"`
	GraceDays        int                  `json:"graceDays"`
	CountsSubstitute bool                 `json:"countsSubstitute"`
	CountsMember     bool                 `json:"countsMember"`
	PapersDays       int                  `json:"papersDays"`
	TargetTypes      []string             `json:"targetTypes"`
	ValidFrom        dates.Date           `json:"validFrom"`
	ValidTo          dates.Date           `json:"validTo"`
	Source           string               `json:"source"`
	GuardReason      string               `json:"guardReason"` // why marked words are kept, see guard.Reasons
}

// Vocabulary is what forms choose from.
type Vocabulary struct {
	Subjects   store.Words `json:"subjects"`
	Activities store.Words `json:"activities"`
	Periods    store.Words `json:"periods"`
	ShortMonth store.Words `json:"shortMonth"`
	Presets    []Preset    `json:"presets"`
}

// Vocabulary gives the words of this room and the presets that can be applied.
func (s *Service) Vocabulary() (Vocabulary, error) {
	return access.Read(s.gate, "duties.Vocabulary", func(*store.Tx) (Vocabulary, error) {
		v := Vocabulary{Subjects: Subjects, Activities: Activities, Periods: store.Words{}, Presets: Presets(), ShortMonth: store.Words{
			store.NewWord(dates.LastDay, "Lấy ngày cuối tháng"), store.NewWord(dates.Skip, "Bỏ qua tháng đó")}}
		for _, c := range dates.Cadences {
			v.Periods = append(v.Periods, store.NewWord(c, c.Label()))
		}
		return v, nil
	})
}

// Rules lists duty rules in the order of schemes.
func (s *Service) Rules(f RuleFilter) (RuleList, error) {
	return access.Read(s.gate, "duties.Rules", func(tx *store.Tx) (RuleList, error) { return listRules(tx, f) })
}

// SaveRule adds a rule, or corrects a version that was written wrongly.
func (s *Service) SaveRule(in RuleInput) (RuleView, error) {
	return access.Write(s.gate, "duties.SaveRule", func(tx *store.Tx) (RuleView, error) { return saveRule(tx, in) })
}

// ChangeRule gives a rule a new version from in.ValidFrom on; in.ID is the version changed. Earlier days keep the old one.
func (s *Service) ChangeRule(in RuleInput) (RuleView, error) {
	return access.Write(s.gate, "duties.ChangeRule", func(tx *store.Tx) (RuleView, error) { return ChangeRule(tx, in) })
}

// EndRule ends a version on a day, the first on which it is no longer in force.
func (s *Service) EndRule(id string, from dates.Date) error {
	return access.Do(s.gate, "duties.EndRule", func(tx *store.Tx) error { return endRule(tx, id, from) })
}

// ApplyPreset adds the rules of a preset to a scheme, leaving out those that are there already, and gives what was added.
func (s *Service) ApplyPreset(in PresetInput) (RuleList, error) {
	return access.Write(s.gate, "duties.ApplyPreset", func(tx *store.Tx) (RuleList, error) { return ApplyPreset(tx, in) })
}

// Suspensions lists suspensions that touch the span, newest first; an empty span means all.
func (s *Service) Suspensions(span dates.Span) (SuspensionList, error) {
	return access.Read(s.gate, "duties.Suspensions", func(tx *store.Tx) (SuspensionList, error) { return listSuspensions(tx, span) })
}

// SaveSuspension adds or corrects a suspension.
func (s *Service) SaveSuspension(in SuspensionInput) (SuspensionView, error) {
	return access.Write(s.gate, "duties.SaveSuspension", func(tx *store.Tx) (SuspensionView, error) { return SaveSuspension(tx, in) })
}

// DeleteSuspension takes a suspension away; the duties it paused are expected again.
func (s *Service) DeleteSuspension(id string) error {
	return access.Do(s.gate, "duties.DeleteSuspension", func(tx *store.Tx) error { return deleteSuspension(tx, id) })
}

// DaysOff gives the days off and make-up days of a year.
func (s *Service) DaysOff(year int) (DaysOffYear, error) {
	return access.Read(s.gate, "duties.DaysOff", func(tx *store.Tx) (DaysOffYear, error) { return daysOff(tx, year) })
}

// SaveDaysOff replaces the days of a year.
func (s *Service) SaveDaysOff(in DaysOffInput) (DaysOffYear, error) {
	return access.Write(s.gate, "duties.SaveDaysOff", func(tx *store.Tx) (DaysOffYear, error) {
		out, err := saveDaysOff(tx, in)
		if err != nil {
			return out, err
		}
		return out, s.tell(tx, fmt.Sprintf("Ghi lịch ngày nghỉ, làm bù năm %d: %d ngày.", in.Year, len(in.Items)))
	})
}

// SwapDays enters an exchange of a working day for a weekend day as one act.
func (s *Service) SwapDays(in SwapInput) (DaysOffYear, error) {
	return access.Write(s.gate, "duties.SwapDays", func(tx *store.Tx) (DaysOffYear, error) {
		out, err := swapDays(tx, in)
		if err != nil {
			return out, err
		}
		return out, s.tell(tx, fmt.Sprintf("Hoán đổi ngày làm việc: nghỉ %s, làm bù %s.", in.Off.Show(), in.Worked.Show()))
	})
}

// AskedYears lists the years whose days off should be entered now: this year, and from November on the coming one.
func (s *Service) AskedYears() ([]int, error) {
	return access.Read(s.gate, "duties.AskedYears", AskedYears)
}

// ImportDaysOff replaces the days of the years named in rows read from a list; all rows or none.
func (s *Service) ImportDaysOff(in DaysOffRows) (DaysOffImport, error) {
	return access.Write(s.gate, "duties.ImportDaysOff", func(tx *store.Tx) (DaysOffImport, error) {
		out, err := ImportDaysOff(tx, in)
		if err != nil {
			return out, err
		}
		years := make([]string, len(out.Years))
		for i, year := range out.Years {
			years[i] = strconv.Itoa(year)
		}
		return out, s.tell(tx, fmt.Sprintf("Nhập lịch ngày nghỉ, làm bù năm %s: %d ngày.", strings.Join(years, ", "), out.Saved))
	})
}
