package units_test

import (
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/store/storetest"
)

func TestMain(m *testing.M) { storetest.FailEachStatementOnce(m, "units", access.Actions()) }
