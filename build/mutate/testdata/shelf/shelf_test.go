package shelf

import "testing"

func TestLate(t *testing.T) {
	if Late(3, 3) || !Late(4, 3) {
		t.Error("a book is late from the day after")
	}
}

func TestFine(t *testing.T) {
	if Fine(5) != 0 || Fine(20) != 21 {
		t.Error("fine")
	}
}

func TestQuery(t *testing.T) {
	if Query() != "SELECT name FROM book WHERE\n bought >= ? AND year < ?" {
		t.Error(Query())
	}
}
