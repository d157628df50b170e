package storetest

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
)

// The types of this file stand between database/sql and the engine, one for each of its own, and ask before each step
// whether it fails.

const endOfRows = "the end of the rows of "

type faultyDriver struct {
	driver.Driver
	faults *faults
}

func (d faultyDriver) Open(name string) (driver.Conn, error) {
	c, err := d.Driver.Open(name)
	if err != nil {
		return nil, err
	}
	return faultyConn{c, d.faults}, nil
}

type faultyConn struct {
	driver.Conn
	faults *faults
}

func (c faultyConn) BeginTx(ctx context.Context, options driver.TxOptions) (driver.Tx, error) {
	if err := c.faults.step(ctx, "BEGIN"); err != nil {
		return nil, err
	}
	tx, err := c.Conn.(driver.ConnBeginTx).BeginTx(ctx, options)
	return faultyTx{tx, c.faults, ctx}, err
}

func (c faultyConn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	s, err := c.Conn.(driver.ConnPrepareContext).PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return faultyStmt{s, c.faults, query}, nil
}

func (c faultyConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if err := c.faults.step(ctx, query); err != nil {
		return nil, err
	}
	return c.Conn.(driver.ExecerContext).ExecContext(ctx, query, args)
}

func (c faultyConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if err := c.faults.step(ctx, query); err != nil {
		return nil, err
	}
	rows, err := c.Conn.(driver.QueryerContext).QueryContext(ctx, query, args)
	return faultyRows{rows, c.faults, ctx, query}, err
}

type faultyTx struct {
	driver.Tx
	faults *faults
	ctx    context.Context
}

func (tx faultyTx) Commit() error {
	if err := tx.faults.step(tx.ctx, "COMMIT"); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	now, _ := tx.ctx.Value(tryKey{}).(*try)
	now.committed()
	return tx.Tx.Commit()
}

type faultyStmt struct {
	driver.Stmt
	faults *faults
	query  string
}

func (s faultyStmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	if err := s.faults.step(ctx, s.query); err != nil {
		return nil, err
	}
	noteTrail(ctx, s.query, args)
	return s.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
}

func (s faultyStmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	if err := s.faults.step(ctx, s.query); err != nil {
		return nil, err
	}
	rows, err := s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
	return faultyRows{rows, s.faults, ctx, s.query}, err
}

type faultyRows struct {
	driver.Rows
	faults *faults
	ctx    context.Context
	query  string
}

func (r faultyRows) Next(to []driver.Value) error {
	err := r.Rows.Next(to)
	if errors.Is(err, io.EOF) {
		if failed := r.faults.step(r.ctx, endOfRows+r.query); failed != nil {
			return failed
		}
	}
	return err
}

// ColumnTypeDatabaseTypeName is asked by GORM when it reads rows into maps.
func (r faultyRows) ColumnTypeDatabaseTypeName(i int) string {
	return r.Rows.(driver.RowsColumnTypeDatabaseTypeName).ColumnTypeDatabaseTypeName(i)
}
