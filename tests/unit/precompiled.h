// What nearly every test includes, parsed once for all of them; see kiosk/precompiled.h.
#pragma once

#include <doctest/doctest.h>

#include "../../kiosk/precompiled.h"
