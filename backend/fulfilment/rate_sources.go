package fulfilment

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"caunoi/backend/duties"
	"caunoi/backend/store"
)

// rulesCounted gathers the rules by which occurrences were counted.
type rulesCounted struct {
	seen map[*duties.CompiledRule]bool
	last *duties.CompiledRule // occurrences of one rule come one after the other
}

func (c *rulesCounted) add(rule *duties.CompiledRule) {
	if rule == c.last {
		return
	}
	if c.seen == nil {
		c.seen = map[*duties.CompiledRule]bool{}
	}
	c.seen[rule], c.last = true, rule
}

// words are RateRule with the papers the rules rest on: "Căn cứ: Quy chế mẫu (Dự họp dân: tính dự thay)." A rule without a paper is
// left out, its place is the check of the rules, not a paper.
func (c *rulesCounted) words() string {
	type ground struct {
		source string
		counts bool
	}
	names := map[ground][]string{}
	for rule := range c.seen {
		g := ground{strings.TrimRight(rule.Source, " .;,"), rule.CountsSubstitute}
		if g.source != "" && !slices.Contains(names[g], rule.Name) {
			names[g] = append(names[g], rule.Name)
		}
	}
	var parts []string
	for _, g := range slices.SortedFunc(maps.Keys(names), func(a, b ground) int {
		return cmp.Or(
			cmp.Compare(store.SortKey(a.source), store.SortKey(b.source)),
			cmp.Compare(a.source, b.source),
			order(b.counts)-order(a.counts),
		)
	}) {
		slices.SortFunc(names[g], func(a, b string) int {
			return cmp.Or(cmp.Compare(store.SortKey(a), store.SortKey(b)), cmp.Compare(a, b))
		})
		parts = append(parts, g.source+" ("+strings.Join(names[g], ", ")+": "+
			map[bool]string{true: "tính dự thay", false: "không tính dự thay"}[g.counts]+")")
	}
	if len(parts) == 0 {
		return RateRule
	}
	return RateRule + " Căn cứ: " + strings.Join(parts, "; ") + "."
}

// order puts true after false.
func order(is bool) int {
	if is {
		return 1
	}
	return 0
}
