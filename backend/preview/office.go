package main

import (
	"time"

	"caunoi/backend/desk"
	"caunoi/backend/sample"
)

func newDesk(folder string, now func() time.Time) *desk.Desk {
	return desk.New(folder, desk.WithSample(sample.Fill), desk.WithClock(now))
}

// open opens the data folder, or only the made-up office inside it.
func open(d *desk.Desk, withSample bool) error {
	if withSample {
		return d.OpenSampleFolder()
	}
	return d.Open()
}
