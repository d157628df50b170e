package activities

import (
	"slices"
	"testing"

	"caunoi/backend/duties"
)

// The duties' room cannot import this one; both name the kinds of meeting alike.
func TestActivitiesAreTheKindsOfTheLog(t *testing.T) {
	if !slices.Equal(duties.Activities, Kinds) {
		t.Errorf("%v here, %v in the duties' room", Kinds, duties.Activities)
	}
}
