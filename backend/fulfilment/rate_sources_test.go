package fulfilment

import (
	"strings"
	"testing"

	"caunoi/backend/duties"
)

// The rule of the rate names the papers it rests on: alike ones once, a rule without a paper not at all.
func TestRateRuleNamesItsSources(t *testing.T) {
	t.Parallel()
	rule := func(name, source string, counts bool) *duties.CompiledRule {
		return &duties.CompiledRule{Rule: duties.Rule{Name: name, Source: source, CountsSubstitute: counts}}
	}
	for _, c := range []struct {
		name  string
		rules []*duties.CompiledRule
		want  string
	}{
		{"none", nil, ""},
		{"without a paper", []*duties.CompiledRule{rule("Dự họp dân", "", true)}, ""},
		{"one", []*duties.CompiledRule{rule("Dự họp dân", "Quy chế mẫu.", true)}, " Căn cứ: Quy chế mẫu (Dự họp dân: tính dự thay)."},
		{
			"versions, two of one paper, one without, one that does not count",
			[]*duties.CompiledRule{
				rule("Dự họp dân", "Quy chế mẫu", true), rule("Dự chi bộ", "Quy chế mẫu", true), rule("Dự họp dân", "Quy chế mẫu", true),
				rule("Tiếp dân", "", false), rule("Dự họp tổ", "Quy chế mẫu", false), rule("Dự họp tổ", "Kế hoạch mẫu", false),
			},
			" Căn cứ: Kế hoạch mẫu (Dự họp tổ: không tính dự thay); Quy chế mẫu (Dự chi bộ, Dự họp dân: tính dự thay); " +
				"Quy chế mẫu (Dự họp tổ: không tính dự thay).",
		},
	} {
		var counted rulesCounted
		for _, r := range c.rules {
			counted.add(r)
			counted.add(r)
		}
		if got := strings.TrimPrefix(counted.words(), RateRule); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
