package access_test

import (
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/store/storetest"
)

func TestMain(m *testing.M) { storetest.FailEachStatementOnce(m, "access", access.Actions()) }
