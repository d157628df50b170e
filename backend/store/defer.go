package store

// DeferReferences lets the references between tables be broken until the end of the transaction. Taking back an import
// deletes and writes anew records that others point at; whoever calls this leaves every reference whole, or the
// commit fails.
func (tx *Tx) DeferReferences() error { return tx.Exec("PRAGMA defer_foreign_keys = ON").Error }
