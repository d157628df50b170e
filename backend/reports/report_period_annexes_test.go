package reports

import (
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/store"
)

// AnnexByPlace is the annex a report of a large area has, also where the area is small, with the words under it.
func AnnexByPlace(t *testing.T, tx *store.Tx, in Input) []document.Block {
	t.Helper()
	report, err := Find("R20")
	if err != nil {
		t.Fatal(err)
	}
	paper, err := NewPaper(tx, in, report)
	if err != nil {
		t.Fatal(err)
	}
	f, err := gatherFacts(tx.AsOf(paper.AsOf), in, paper)
	if err != nil {
		t.Fatal(err)
	}
	return f.attendanceAnnex()
}

// A table whose turns the log gave, and no rule of duty, says the general rule.
func TestRateRuleWithoutDuties(t *testing.T) {
	t.Parallel()
	if got := figuresOf(nil, "", "2026-07-01").rateRule; got != fulfilment.RateRule {
		t.Errorf("the rule is %q", got)
	}
}
