package exchange

import "caunoi/backend/store"

func undoOfficers(*store.Tx, []batchChange, *UndoResult) error { return nil }
