package papers

import "caunoi/backend/fault"

var errNotYet = fault.Unavailable("Đang làm.")
