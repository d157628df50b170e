package store

import (
	"context"
	"database/sql/driver"
)

// Between is what a test puts between the program and the engine.
type Between struct {
	// Driver gives the driver that is used in place of the engine's own.
	Driver func(driver.Driver) driver.Driver
	// Attempt makes a transaction of an action; it may try more than once, the last time counts.
	Attempt func(ctx context.Context, action string, try func(context.Context) error) error
}

// connector opens connections to one file through a driver.
type connector struct {
	driver driver.Driver
	dsn    string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.driver }
