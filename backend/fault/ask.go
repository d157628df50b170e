package fault

import (
	"slices"
	"strings"
)

// Ask is the last step before something that cannot be undone, after everything that can be refused: it returns nil when a
// person has accepted every one of these sentences, else a fault of CodeConfirm that carries them.
func Ask(questions, accepted []string) error {
	for _, q := range questions {
		if !slices.Contains(accepted, q) {
			e := New(CodeConfirm, strings.Join(questions, "\n"))
			e.Questions = questions
			return e
		}
	}
	return nil
}
