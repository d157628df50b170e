// Package exchange carries lists between the office and Excel: it reads workbooks and CSV files of strangers without
// trusting them, shows what an import would change row by row, applies it as a whole, takes it back as a whole, and
// writes lists as workbooks.
package exchange
