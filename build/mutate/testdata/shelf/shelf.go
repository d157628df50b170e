// Package shelf is a small room for the test of mutate: half of what it does is held by its tests.
package shelf

import "errors"

const young = `SELECT name FROM book WHERE
 bought >= ? AND year < ?`

// Late tells whether a book came back after its day.
func Late(back, due int) bool { return back > due }

// Fine is never tested at its boundary.
func Fine(days int) int {
	if days > 10 &&
		days < 1000 {
		return days + 1
	}
	return 0
}

// Lend refuses a book that is away; nobody tests that.
func Lend(away bool) error {
	if away {
		return errors.New("away")
	}
	return nil
}

// Query is compared by its test as a whole.
func Query() string { return young }
