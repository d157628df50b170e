package store

// BulkLoad gives the connection a large page cache, so that writing a million rows in one transaction does not read the
// same index pages from the disk again and again. It lasts until the store is closed.
func (tx *Tx) BulkLoad() error { return tx.Exec("PRAGMA cache_size = -262144").Error }
